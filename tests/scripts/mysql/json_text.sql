-- Why a text is no JSON and where: the words and places of RapidJSON (reader.h, error/en.h); the first is
-- the example of "The JSON Data Type".
-- @dialect mysql
CREATE TABLE t1(jdoc JSON);
-- | ok
INSERT INTO t1 VALUES('[1, 2,');
-- | error ER_INVALID_JSON_TEXT Invalid JSON text: "Invalid value." at position 6 in value for column 't1.jdoc'.
INSERT INTO t1 VALUES('nope');
-- | error ER_INVALID_JSON_TEXT Invalid JSON text: "Invalid value." at position 1 in value for column 't1.jdoc'.
INSERT INTO t1 VALUES('{bad');
-- | error ER_INVALID_JSON_TEXT Invalid JSON text: "Missing a name for object member." at position 1 in value for column 't1.jdoc'.
INSERT INTO t1 VALUES('{"a" 1}');
-- | error ER_INVALID_JSON_TEXT Invalid JSON text: "Missing a colon after a name of object member." at position 5 in value for column 't1.jdoc'.
INSERT INTO t1 VALUES('{"a":1');
-- | error ER_INVALID_JSON_TEXT Invalid JSON text: "Missing a comma or } after an object member." at position 6 in value for column 't1.jdoc'.
INSERT INTO t1 VALUES('{"a":1,}');
-- | error ER_INVALID_JSON_TEXT Invalid JSON text: "Missing a name for object member." at position 7 in value for column 't1.jdoc'.
INSERT INTO t1 VALUES('[1 2]');
-- | error ER_INVALID_JSON_TEXT Invalid JSON text: "Missing a comma or ] after an array element." at position 3 in value for column 't1.jdoc'.
INSERT INTO t1 VALUES('"abc');
-- | error ER_INVALID_JSON_TEXT Invalid JSON text: "Missing a closing quotation mark in string." at position 4 in value for column 't1.jdoc'.
INSERT INTO t1 VALUES('"a\\x"');
-- | error ER_INVALID_JSON_TEXT Invalid JSON text: "Invalid escape character in string." at position 2 in value for column 't1.jdoc'.
INSERT INTO t1 VALUES('1.x');
-- | error ER_INVALID_JSON_TEXT Invalid JSON text: "Miss fraction part in number." at position 2 in value for column 't1.jdoc'.
INSERT INTO t1 VALUES('1e');
-- | error ER_INVALID_JSON_TEXT Invalid JSON text: "Miss exponent in number." at position 2 in value for column 't1.jdoc'.
INSERT INTO t1 VALUES('-');
-- | error ER_INVALID_JSON_TEXT Invalid JSON text: "Invalid value." at position 1 in value for column 't1.jdoc'.
INSERT INTO t1 VALUES('01');
-- | error ER_INVALID_JSON_TEXT Invalid JSON text: "The document root must not be followed by other values." at position 1 in value for column 't1.jdoc'.
INSERT INTO t1 VALUES('{} x');
-- | error ER_INVALID_JSON_TEXT Invalid JSON text: "The document root must not be followed by other values." at position 3 in value for column 't1.jdoc'.
INSERT INTO t1 VALUES('  ');
-- | error ER_INVALID_JSON_TEXT Invalid JSON text: "The document is empty." at position 2 in value for column 't1.jdoc'.
INSERT INTO t1 VALUES('{''a'':1}');
-- | error ER_INVALID_JSON_TEXT Invalid JSON text: "Missing a name for object member." at position 1 in value for column 't1.jdoc'.
INSERT INTO t1 VALUES(5), ('hello');
-- | error ER_INVALID_JSON_TEXT Invalid JSON text: "Invalid value." at position 0 in value for column 't1.jdoc'.
SELECT JSON_EXTRACT('{"a":', '$.a');
-- | error ER_INVALID_JSON_TEXT_IN_PARAM Invalid JSON text in argument 1 to function json_extract: "Invalid value." at position 5.
