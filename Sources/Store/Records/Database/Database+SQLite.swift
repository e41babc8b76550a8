/// The schema as SQLite knows it.
extension Database {
    static let sqliteTables = """
        CREATE TABLE customers (
            id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
            phone TEXT NOT NULL UNIQUE,
            name TEXT,
            email TEXT,
            created_at TEXT NOT NULL,
            updated_at TEXT NOT NULL
        );
        CREATE TABLE vehicles (
            id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
            customer_id INTEGER NOT NULL REFERENCES customers(id) ON DELETE CASCADE,
            make TEXT,
            model TEXT NOT NULL,
            year INTEGER,
            license_plate TEXT,
            vin TEXT
        );
        CREATE INDEX vehicles_on_customer_id ON vehicles(customer_id);
        CREATE TABLE service_types (
            id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
            name TEXT NOT NULL UNIQUE,
            duration_min INTEGER NOT NULL,
            price_min INTEGER NOT NULL,
            price_max INTEGER NOT NULL
        );
        CREATE TABLE inventory (
            id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
            make TEXT NOT NULL,
            model TEXT NOT NULL,
            year INTEGER NOT NULL,
            color TEXT NOT NULL,
            price INTEGER NOT NULL,
            is_new BOOLEAN NOT NULL,
            is_available BOOLEAN NOT NULL DEFAULT 1,
            stock_number TEXT NOT NULL UNIQUE
        );
        CREATE TABLE appointments (
            id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
            customer_id INTEGER NOT NULL REFERENCES customers(id),
            appointment_type TEXT NOT NULL,
            service_type_id INTEGER REFERENCES service_types(id),
            vehicle_id INTEGER REFERENCES vehicles(id),
            inventory_id INTEGER REFERENCES inventory(id),
            scheduled_date TEXT NOT NULL,
            scheduled_time TEXT NOT NULL,
            duration_min INTEGER NOT NULL,
            status TEXT NOT NULL DEFAULT 'scheduled',
            notes TEXT
        );
        CREATE INDEX appointments_on_customer_id ON appointments(customer_id);
        CREATE TABLE faq (
            id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
            category TEXT NOT NULL,
            question TEXT NOT NULL,
            answer TEXT NOT NULL,
            keywords TEXT NOT NULL
        );
        CREATE INDEX faq_on_category ON faq(category);
        """

    /// The old rule, one appointment of a kind per day and time, gives way to one holder per quarter of an hour.
    static let sqliteOccupancy = """
        DROP INDEX IF EXISTS appointments_slot;
        ALTER TABLE service_types ADD COLUMN needs TEXT NOT NULL DEFAULT '';
        CREATE TABLE resources (
            id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
            name TEXT NOT NULL UNIQUE,
            skills TEXT NOT NULL,
            weekdays TEXT NOT NULL
        );
        CREATE TABLE occupancy (
            holder TEXT NOT NULL CHECK (holder IN ('resource', 'car', 'house')),
            holder_id INTEGER NOT NULL,
            day TEXT NOT NULL,
            quarter INTEGER NOT NULL CHECK (quarter BETWEEN 0 AND 95),
            appointment_id INTEGER NOT NULL REFERENCES appointments(id) ON DELETE CASCADE,
            PRIMARY KEY (day, holder, holder_id, quarter)
        ) WITHOUT ROWID;
        CREATE INDEX occupancy_on_appointment_id ON occupancy(appointment_id);
        """

    static let sqliteLedger = """
        CREATE TABLE tool_calls (
            number INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
            id TEXT NOT NULL UNIQUE,
            session TEXT NOT NULL,
            name TEXT NOT NULL,
            arguments TEXT NOT NULL,
            is_writing BOOLEAN NOT NULL,
            state TEXT NOT NULL CHECK (state IN ('planned', 'running', 'succeeded', 'failed', 'unknown')),
            answer TEXT,
            reason TEXT,
            runs INTEGER NOT NULL,
            planned_at DOUBLE NOT NULL,
            started_at DOUBLE,
            ended_at DOUBLE
        );
        CREATE INDEX tool_calls_on_session ON tool_calls(session, number);
        """

    static let sqliteCheckpoints = """
        CREATE TABLE checkpoints (
            session TEXT NOT NULL,
            sequence INTEGER NOT NULL,
            parent INTEGER,
            at INTEGER NOT NULL,
            label TEXT NOT NULL,
            payload BLOB NOT NULL,
            checksum INTEGER NOT NULL,
            PRIMARY KEY (session, sequence)
        );
        """

    /// Words as they are written: which of them belong together is decided above the database, the same for both.
    static let sqliteSearch = """
        DROP TRIGGER IF EXISTS __faq_search_ai;
        DROP TRIGGER IF EXISTS __faq_search_ad;
        DROP TRIGGER IF EXISTS __faq_search_au;
        DROP TABLE IF EXISTS faq_search;
        CREATE VIRTUAL TABLE faq_search USING fts5(
            keywords, question, answer, content = 'faq', content_rowid = 'id', tokenize = 'unicode61', prefix = '3 4'
        );
        CREATE TRIGGER faq_inserted AFTER INSERT ON faq BEGIN
            INSERT INTO faq_search (rowid, keywords, question, answer)
            VALUES (new.id, new.keywords, new.question, new.answer);
        END;
        CREATE TRIGGER faq_deleted AFTER DELETE ON faq BEGIN
            INSERT INTO faq_search (faq_search, rowid, keywords, question, answer)
            VALUES ('delete', old.id, old.keywords, old.question, old.answer);
        END;
        CREATE TRIGGER faq_updated AFTER UPDATE ON faq BEGIN
            INSERT INTO faq_search (faq_search, rowid, keywords, question, answer)
            VALUES ('delete', old.id, old.keywords, old.question, old.answer);
            INSERT INTO faq_search (rowid, keywords, question, answer)
            VALUES (new.id, new.keywords, new.question, new.answer);
        END;
        INSERT INTO faq_search (faq_search) VALUES ('rebuild');
        """
}
