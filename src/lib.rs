//! onconflict: the engine of a playground that shows how SQLite, PostgreSQL and MySQL resolve a
//! row that collides with a constraint.
