-- A recursive common table expression goes round a thousand times at most (WITH, "Limiting Common Table
-- Expression Recursion"; cte_max_recursion_depth).
-- @dialect mysql
with recursive c(x) as (select 1 union all select x+1 from c where x < 1000) select count(*) from c;
-- | count(*)
-- | 1000
-- | ok
with recursive c(x) as (select 1 union all select x+1 from c) select count(*) from c;
-- | error ER_CTE_MAX_RECURSION_DEPTH Recursive query aborted after 1001 iterations. Try increasing @@cte_max_recursion_depth to a larger value.
