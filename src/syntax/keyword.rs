//! The words that any of the grammars knows, found by a hash table made at compile time. Which of
//! them are reserved is said by each dialect's rules.

/// Makes the keywords and the table of their spellings from one list.
macro_rules! keywords {
    ($($word:ident)*) => {
        /// A word that some grammar knows; `NONE` is any other.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[allow(non_camel_case_types, clippy::upper_case_acronyms)] // spelled as in SQL
        #[repr(u16)]
        pub(crate) enum Keyword {
            NONE,
            $($word),*
        }

        const KEYWORDS: &[(Keyword, &str)] =
            &[(Keyword::NONE, ""), $((Keyword::$word, stringify!($word))),*];
    };
}

keywords! {
    ABORT ACCESSIBLE ACTION ADD AFTER ALGORITHM ALIAS ALL ALTER ALWAYS ANALYSE ANALYZE AND ANY
    ARRAY AS ASC ASCII ASENSITIVE ASSERT ASYMMETRIC AT ATTACH AUTHORIZATION AUTOINCREMENT
    AUTO_INCREMENT AVG_ROW_LENGTH BEFORE BEGIN BETWEEN BIGINT BINARY BINLOG BIT BLOB BOOL
    BOOLEAN BOTH BY CACHE CALL CALLED CASCADE CASE CAST CHAIN CHANGE CHAR CHARACTER
    CHARACTERISTICS CHARSET CHECK CHECKPOINT CHECKSUM CLONE CLOSE CLUSTER COALESCE COLLATE
    COLLATION COLUMN COLUMNS COLUMN_FORMAT COMMENT COMMIT COMMITTED COMPRESSION CONCURRENTLY CONDITION
    CONFLICT CONNECTION CONSISTENT CONSTANT CONSTRAINT CONSTRAINTS CONTINUE CONVERT COPY COST
    CREATE CROSS CUBE CUME_DIST CURRENT CURRENT_CATALOG CURRENT_DATE CURRENT_ROLE CURRENT_SCHEMA
    CURRENT_TIME CURRENT_TIMESTAMP CURRENT_USER CURSOR CYCLE DATA DATABASE DATABASES DATE
    DATETIME DAY DAY_HOUR DAY_MICROSECOND DAY_MINUTE DAY_SECOND DEALLOCATE DEBUG DEC DECIMAL
    DECLARE DEFAULT DEFERRABLE DEFERRED DEFINER DELAYED DELETE DELIMITER DENSE_RANK DESC
    DESCRIBE DETACH DETERMINISTIC DIAGNOSTICS DISABLE DISCARD DISTINCT DISTINCTROW DIV DO DOCUMENT DOMAIN
    DOUBLE DROP DUAL DUPLICATE EACH ELSE ELSEIF ELSIF EMPTY ENABLE ENCLOSED ENCRYPTION END
    ENFORCED ENGINE ENUM ERRORS ESCAPE ESCAPED EVENT EXCEPT EXCEPTION EXCHANGE EXCLUDE EXCLUDING
    EXCLUSIVE EXECUTE EXISTS EXIT EXPLAIN EXPRESSION EXTERNAL EXTRACT FAIL FALSE FETCH FIELDS
    FILTER FIRST FIRST_VALUE FIXED FLOAT FLOAT4 FLOAT8 FLUSH FOLLOWING FOLLOWS FOR FORCE FOREACH FOREIGN
    FORMAT FREEZE FROM FULL FULLTEXT FUNCTION GENERATED GEOMETRY GEOMETRYCOLLECTION GET GLOB
    GLOBAL GRANT GROUP GROUPING GROUPS HANDLER HAVING HELP HIGH_PRIORITY HOUR HOUR_MICROSECOND
    HOUR_MINUTE HOUR_SECOND IDENTITY IF IGNORE ILIKE IMMEDIATE IMMUTABLE IMPORT IN INCLUDE
    INCLUDING INCREMENT INDEX INDEXED INDEXES INFILE INFO INHERIT INHERITS INITIALLY INNER INOUT
    INSENSITIVE INSERT INSTALL INSTEAD INT INT1 INT2 INT3 INT4 INT8 INTEGER INTERSECT INTERVAL
    INTO INVISIBLE IO_AFTER_GTIDS IO_BEFORE_GTIDS IS ISNULL ISOLATION ITERATE JOIN JSON
    JSON_TABLE KEY KEYS KEY_BLOCK_SIZE KILL LAG LANGUAGE LAST LAST_VALUE LATERAL LEAD LEADING
    LEAKPROOF LEAVE LEFT LEVEL LIKE LIMIT LINEAR LINES LINESTRING LISTEN LOAD LOCAL LOCALTIME
    LOCALTIMESTAMP LOCK LOCKED LOG LONG LONGBLOB LONGTEXT LOOP LOW_PRIORITY MANUAL MATCH MATCHED
    MATERIALIZED MAXVALUE MAX_ROWS MEDIUMBLOB MEDIUMINT MEDIUMTEXT MEMBER MERGE MID MIDDLEINT
    MINUTE MINUTE_MICROSECOND MINUTE_SECOND MINVALUE MIN_ROWS MOD MODE MODIFIES MODIFY MONTH
    MOVE MULTILINESTRING MULTIPOINT MULTIPOLYGON NAMES NATIONAL NATURAL NCHAR NEXT NFC NFD NFKC
    NFKD NO NORMALIZED NOT NOTHING NOTICE NOTIFY NOTNULL NOW NOWAIT NO_WRITE_TO_BINLOG NTH_VALUE
    NTILE NULL NULLS NUMERIC NVARCHAR OF OFFSET ON ONLY OPEN OPERATOR OPTIMIZE OPTIMIZER_COSTS
    OPTION OPTIONALLY OR ORDER ORDINALITY OTHERS OUT OUTER OUTFILE OVER OVERLAPS OVERLAY OVERRIDING
    OWNED OWNER PACK_KEYS PARALLEL PARTITION PASSWORD PERCENT_RANK PERFORM PERSIST PLACING PLAN
    POINT POLYGON POSITION PRAGMA PRECEDES PRECEDING PRECISION PREPARE PREPARED PRIMARY PROCEDURE PURGE
    QUALIFY QUERY QUICK RAISE RANGE RANK READ READS READ_WRITE REAL REASSIGN REBUILD RECORD RECURSIVE
    REFERENCES REFERENCING REFRESH REGEXP REINDEX RELEASE REMOVE RENAME REORGANIZE REPAIR REPEAT REPEATABLE
    REPLACE REPLICA REQUIRE RESET RESIGNAL RESOURCE RESPECT RESTART RESTRICT RETURN RETURNING
    RETURNS REVERSE REVOKE RIGHT RLIKE ROLE ROLLBACK ROLLUP ROW ROWS ROW_FORMAT ROW_NUMBER SAVEPOINT
    SCHEMA SCHEMAS SCROLL SEARCH SECOND SECOND_MICROSECOND SECURITY SELECT SENSITIVE SEPARATOR
    SEQUENCE SERIAL SERIALIZABLE SESSION SESSION_USER SET SETOF SETS SHARE SHOW SHUTDOWN SIGNAL SIGNED
    SIMILAR SKIP SMALLINT SNAPSHOT SOME SOUNDS SOURCE SPATIAL SPECIFIC SQL SQLEXCEPTION SQLSTATE
    SQLWARNING SQL_BIG_RESULT SQL_BUFFER_RESULT SQL_CALC_FOUND_ROWS SQL_NO_CACHE SQL_SMALL_RESULT SRID SSL STABLE START
    STARTING STATEMENT STATISTICS STATS_PERSISTENT STOP STORAGE STORED STRAIGHT_JOIN STRICT
    SUBSTR SUBSTRING SUPPORT SYMMETRIC SYSTEM SYSTEM_USER TABLE TABLES TABLESAMPLE TABLESPACE
    TARGET TEMP TEMPORARY TERMINATED TEXT THEN TIES TIME TIMESTAMP TIMESTAMPADD TIMESTAMPDIFF
    TINYBLOB TINYINT TINYTEXT TO TRAILING TRANSACTION TRANSFORM TRIGGER TRIM TRUE TRUNCATE TYPE
    UNBOUNDED UNCOMMITTED UNDO UNICODE UNINSTALL UNION UNIQUE UNKNOWN UNLISTEN UNLOCK UNLOGGED UNSIGNED
    UNTIL UPDATE USAGE
    USE USER USING UTC_DATE UTC_TIME UTC_TIMESTAMP VACUUM VALID VALIDATE VALUE VALUES VARBINARY
    VARCHAR VARCHARACTER VARIABLES VARIADIC VARYING VERBOSE VIEW VIRTUAL VISIBLE VOLATILE
    WARNING WARNINGS WHEN WHERE WHILE WINDOW WITH WITHIN WITHOUT WORK WRITE XA XMLTABLE XOR YEAR
    YEAR_MONTH ZEROFILL ZONE
}

const SLOTS: usize = 2048;

/// Open addressing with linear steps; 0 is an empty slot.
static TABLE: [u16; SLOTS] = table();

const fn table() -> [u16; SLOTS] {
    let mut table = [0; SLOTS];
    let mut index = 1;
    while index < KEYWORDS.len() {
        let word = KEYWORDS[index].1.as_bytes();
        assert!(word.len() <= LONGEST, "a keyword is longer than LONGEST");
        let mut slot = hash(word);
        while table[slot] != 0 {
            slot = (slot + 1) % SLOTS;
        }
        table[slot] = index as u16;
        index += 1;
    }
    table
}

const LONGEST: usize = 19;

/// Blind to the case of letters.
const fn hash(word: &[u8]) -> usize {
    let mut hash: u32 = 0;
    let mut index = 0;
    while index < word.len() {
        hash = (hash ^ (word[index] | 0x20) as u32).wrapping_mul(0x0100_0193);
        index += 1;
    }
    (hash ^ (hash >> 15)) as usize % SLOTS
}

const fn same(left: &[u8], right: &[u8]) -> bool {
    if left.len() != right.len() {
        return false;
    }
    let mut index = 0;
    while index < left.len() {
        if !left[index].eq_ignore_ascii_case(&right[index]) {
            return false;
        }
        index += 1;
    }
    true
}

const fn find(word: &[u8], table: &[u16; SLOTS]) -> Keyword {
    if word.len() > LONGEST {
        return Keyword::NONE;
    }
    let mut slot = hash(word);
    while table[slot] != 0 {
        let (keyword, spelling) = KEYWORDS[table[slot] as usize];
        if same(word, spelling.as_bytes()) {
            return keyword;
        }
        slot = (slot + 1) % SLOTS;
    }
    Keyword::NONE
}

impl Keyword {
    /// The keyword that a word is, whatever the case of its letters.
    pub(crate) fn of(word: &[u8]) -> Keyword {
        find(word, &TABLE)
    }

    /// How it is spelled, in upper case.
    pub(crate) fn text(self) -> &'static str {
        KEYWORDS[self as usize].1
    }
}

const PARTS: usize = KEYWORDS.len().div_ceil(64);

/// A set of keywords.
#[derive(Clone, Copy, Debug)]
pub struct KeywordSet([u64; PARTS]);

impl KeywordSet {
    /// No keywords.
    pub const EMPTY: KeywordSet = KeywordSet([0; PARTS]);

    /// The keywords of a text, separated by blanks. A word that is no keyword does not compile.
    pub const fn of(words: &str) -> KeywordSet {
        let table = table();
        let bytes = words.as_bytes();
        let mut set = KeywordSet::EMPTY;
        let mut start = 0;
        let mut index = 0;
        while index <= bytes.len() {
            if index == bytes.len() || bytes[index].is_ascii_whitespace() {
                let word = bytes.split_at(index).0.split_at(start).1;
                if !word.is_empty() {
                    let keyword = find(word, &table) as usize;
                    assert!(keyword != 0, "not a keyword");
                    set.0[keyword / 64] |= 1 << (keyword % 64);
                }
                start = index + 1;
            }
            index += 1;
        }
        set
    }

    /// The keywords of both sets.
    pub const fn and(self, other: KeywordSet) -> KeywordSet {
        let mut both = self;
        let mut part = 0;
        while part < PARTS {
            both.0[part] |= other.0[part];
            part += 1;
        }
        both
    }

    /// Whether a word is one of them.
    pub fn has(&self, word: &str) -> bool {
        self.contains(Keyword::of(word.as_bytes()))
    }

    pub(crate) const fn contains(&self, keyword: Keyword) -> bool {
        let keyword = keyword as usize;
        self.0[keyword / 64] & (1 << (keyword % 64)) != 0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_keyword_is_found_in_any_case() {
        for (keyword, spelling) in &KEYWORDS[1..] {
            assert_eq!(Keyword::of(spelling.as_bytes()), *keyword);
            assert_eq!(Keyword::of(spelling.to_ascii_lowercase().as_bytes()), *keyword);
        }
        assert_eq!(Keyword::of(b"email"), Keyword::NONE);
        assert_eq!(Keyword::of(b""), Keyword::NONE);
    }

    #[test]
    fn sets_hold_what_they_were_given() {
        let set = KeywordSet::of("SELECT\n  FROM").and(KeywordSet::of("WHERE"));
        assert!(set.contains(Keyword::SELECT) && set.contains(Keyword::WHERE));
        assert!(!set.contains(Keyword::INSERT));
    }
}
