-- A cast to a domain: VALUE is what has been cast, computed once. Compared with PostgreSQL 18 (PGlite),
-- statement by statement.
-- @dialect postgresql
CREATE SEQUENCE s2; CREATE DOMAIN pos AS int CHECK (VALUE>0 AND VALUE<1000);
-- | ok (CREATE SEQUENCE)
-- | ok (CREATE DOMAIN)
SELECT nextval('s2')::pos;
-- | nextval
-- | 1
-- | ok (SELECT 1)
SELECT nextval('s2')::pos;
-- | nextval
-- | 2
-- | ok (SELECT 1)
CREATE DOMAIN six AS int CHECK(VALUE=6);
-- | ok (CREATE DOMAIN)
SELECT 5.7::six;
-- | six
-- | 6
-- | ok (SELECT 1)
SELECT 5.2::six;
-- | error 23514 value for domain six violates check constraint "six_check"
CREATE DOMAIN d3 AS text CHECK(length(VALUE)<3);
-- | ok (CREATE DOMAIN)
SELECT 12::d3;
-- | d3
-- | '12'
-- | ok (SELECT 1)
SELECT 1234::d3;
-- | error 23514 value for domain d3 violates check constraint "d3_check"
SELECT (-5)::pos;
-- | error 23514 value for domain pos violates check constraint "pos_check"
SELECT 1::pos::pos::pos::pos::pos::pos::pos::pos::pos::pos::pos::pos::pos::pos::pos::pos;
-- | pos
-- | 1
-- | ok (SELECT 1)
CREATE DOMAIN nn AS int NOT NULL CONSTRAINT big CHECK (VALUE > 10 OR VALUE IS NULL);
-- | ok (CREATE DOMAIN)
SELECT NULL::nn;
-- | error 23502 domain nn does not allow null values
SELECT 5::nn;
-- | error 23514 value for domain nn violates check constraint "big"
SELECT 50::nn + 1;
-- | ?column?
-- | 51
-- | ok (SELECT 1)
CREATE DOMAIN cs AS text CHECK (CASE length(VALUE) WHEN 1 THEN VALUE = 'x' ELSE true END);
-- | ok (CREATE DOMAIN)
SELECT 'y'::cs;
-- | error 23514 value for domain cs violates check constraint "cs_check"
SELECT 'x'::cs, 'yy'::cs;
-- | cs | cs
-- | 'x' | 'yy'
-- | ok (SELECT 1)
CREATE TABLE t(a pos, b cs);
-- | ok (CREATE TABLE)
INSERT INTO t VALUES (5,'x'),(0,'x');
-- | error 23514 value for domain pos violates check constraint "pos_check"
INSERT INTO t SELECT x, 'y' FROM generate_series(1,2) x;
-- | error 23514 value for domain cs violates check constraint "cs_check"
SELECT x::pos FROM generate_series(0,2) x;
-- | error 23514 value for domain pos violates check constraint "pos_check"
SELECT NULL::pos IS NULL;
-- | ?column?
-- | true
-- | ok (SELECT 1)
CREATE DOMAIN p2 AS pos CHECK (VALUE <> 7);
-- | ok (CREATE DOMAIN)
SELECT 7::p2;
-- | error 23514 value for domain p2 violates check constraint "p2_check"
SELECT (-7)::p2;
-- | error 23514 value for domain p2 violates check constraint "pos_check"
SELECT 8::p2;
-- | p2
-- | 8
-- | ok (SELECT 1)
