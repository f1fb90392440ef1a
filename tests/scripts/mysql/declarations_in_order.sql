-- DECLARE stands at the start of its block: variables and conditions, then cursors, then handlers, each
-- name once. Triggers and functions may not commit. Compared with MariaDB 10.11; "DECLARE Statement",
-- "Restrictions on Stored Programs".
-- @dialect mysql
create table t(a int);
-- | ok
create procedure p() begin declare x int; declare X int; end;
-- | error ER_SP_DUP_VAR Duplicate variable: X
create procedure p() begin declare c cursor for select a from t; declare x int; end;
-- | error ER_SP_VARCOND_AFTER_CURSHNDLR Variable or condition declaration after cursor or handler declaration
create procedure p() begin declare exit handler for not found begin end; declare c cursor for select a from t; end;
-- | error ER_SP_CURSOR_AFTER_HANDLER Cursor declaration after handler declaration
create procedure p() begin declare c cursor for select 1; declare c cursor for select 2; end;
-- | error ER_SP_DUP_CURS Duplicate cursor: c
create procedure p() begin declare c condition for 1062; declare c condition for 1061; end;
-- | error ER_SP_DUP_COND Duplicate condition: c
create procedure p() begin set @a = 1; declare x int; end;
-- | error ER_PARSE_ERROR You have an error in your SQL syntax; check the manual that corresponds to your MySQL server version for the right syntax to use near 'declare x int; end' at line 1
create procedure p() begin declare x int; begin declare x int; end; end;
-- | ok
create trigger tr before insert on t for each row create table u(a int);
-- | error ER_COMMIT_NOT_ALLOWED_IN_SF_OR_TRG Explicit or implicit commit is not allowed in stored function or trigger.
create trigger tr before insert on t for each row truncate t;
-- | error ER_COMMIT_NOT_ALLOWED_IN_SF_OR_TRG Explicit or implicit commit is not allowed in stored function or trigger.
create function f() returns int deterministic begin drop table t; return 1; end;
-- | error ER_COMMIT_NOT_ALLOWED_IN_SF_OR_TRG Explicit or implicit commit is not allowed in stored function or trigger.
prepare s from '';
-- | error ER_EMPTY_QUERY Query was empty
prepare s from 'select 1; select 2';
-- | error ER_PARSE_ERROR You have an error in your SQL syntax; check the manual that corresponds to your MySQL server version for the right syntax to use near 'select 2' at line 1
prepare s from @unset;
-- | error ER_PARSE_ERROR You have an error in your SQL syntax; check the manual that corresponds to your MySQL server version for the right syntax to use near 'NULL' at line 1
