/// A database as the first version of the program made it in SQLite: tables by GRDB's migrator, a ledger of appointments
/// only, and a search index that GRDB kept in step.
enum OldSchema {
    static let statements = """
        CREATE TABLE grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY);
        INSERT INTO grdb_migrations VALUES ('document 004');
        CREATE TABLE "customers" ("id" INTEGER PRIMARY KEY AUTOINCREMENT, "phone" TEXT NOT NULL UNIQUE, "name" TEXT,
            "email" TEXT, "created_at" TEXT NOT NULL, "updated_at" TEXT NOT NULL);
        CREATE TABLE "vehicles" ("id" INTEGER PRIMARY KEY AUTOINCREMENT, "customer_id" INTEGER NOT NULL
            REFERENCES "customers"("id") ON DELETE CASCADE, "make" TEXT, "model" TEXT NOT NULL, "year" INTEGER,
            "license_plate" TEXT, "vin" TEXT);
        CREATE INDEX "index_vehicles_on_customer_id" ON "vehicles"("customer_id");
        CREATE TABLE "service_types" ("id" INTEGER PRIMARY KEY AUTOINCREMENT, "name" TEXT NOT NULL UNIQUE,
            "duration_min" INTEGER NOT NULL, "price_min" INTEGER NOT NULL, "price_max" INTEGER NOT NULL);
        CREATE TABLE "inventory" ("id" INTEGER PRIMARY KEY AUTOINCREMENT, "make" TEXT NOT NULL, "model" TEXT NOT NULL,
            "year" INTEGER NOT NULL, "color" TEXT NOT NULL, "price" INTEGER NOT NULL, "is_new" BOOLEAN NOT NULL,
            "is_available" BOOLEAN NOT NULL DEFAULT 1, "stock_number" TEXT NOT NULL UNIQUE);
        CREATE TABLE "appointments" ("id" INTEGER PRIMARY KEY AUTOINCREMENT, "customer_id" INTEGER NOT NULL
            REFERENCES "customers"("id"), "appointment_type" TEXT NOT NULL, "service_type_id" INTEGER
            REFERENCES "service_types"("id"), "vehicle_id" INTEGER REFERENCES "vehicles"("id"), "inventory_id" INTEGER
            REFERENCES "inventory"("id"), "scheduled_date" TEXT NOT NULL, "scheduled_time" TEXT NOT NULL,
            "duration_min" INTEGER NOT NULL, "status" TEXT NOT NULL DEFAULT 'scheduled', "notes" TEXT);
        CREATE INDEX "index_appointments_on_customer_id" ON "appointments"("customer_id");
        CREATE UNIQUE INDEX "appointments_slot" ON "appointments"("appointment_type", "scheduled_date", "scheduled_time")
            WHERE "status" <> 'cancelled';
        CREATE TABLE "tool_calls" ("call_id" TEXT NOT NULL PRIMARY KEY, "appointment_id" INTEGER NOT NULL
            REFERENCES "appointments"("id") ON DELETE CASCADE);
        CREATE TABLE "faq" ("id" INTEGER PRIMARY KEY AUTOINCREMENT, "category" TEXT NOT NULL, "question" TEXT NOT NULL,
            "answer" TEXT NOT NULL, "keywords" TEXT NOT NULL);
        CREATE INDEX "index_faq_on_category" ON "faq"("category");
        CREATE VIRTUAL TABLE "faq_search" USING fts5("question", "answer", "keywords", tokenize='porter',
            content='faq', content_rowid='id');
        CREATE TRIGGER "__faq_search_ai" AFTER INSERT ON "faq" BEGIN
            INSERT INTO "faq_search"("rowid", "question", "answer", "keywords")
            VALUES (new."id", new."question", new."answer", new."keywords"); END;
        CREATE TRIGGER "__faq_search_ad" AFTER DELETE ON "faq" BEGIN
            INSERT INTO "faq_search"("faq_search", "rowid", "question", "answer", "keywords")
            VALUES('delete', old."id", old."question", old."answer", old."keywords"); END;
        CREATE TRIGGER "__faq_search_au" AFTER UPDATE ON "faq" BEGIN
            INSERT INTO "faq_search"("faq_search", "rowid", "question", "answer", "keywords")
            VALUES('delete', old."id", old."question", old."answer", old."keywords");
            INSERT INTO "faq_search"("rowid", "question", "answer", "keywords")
            VALUES (new."id", new."question", new."answer", new."keywords"); END;
        """

    /// A house that had been open for a while.
    static let rows = """
        INSERT INTO customers VALUES (1, '5551234', 'John Smith', NULL, '2026-05-01T10:00:00Z', '2026-05-01T10:00:00Z');
        INSERT INTO vehicles VALUES (1, 1, 'Honda', 'Civic', 2018, NULL, NULL);
        INSERT INTO service_types VALUES (1, 'Oil Change', 45, 49, 89), (2, 'Undercoating', 60, 10, 20);
        INSERT INTO inventory VALUES (1, 'Toyota', 'Camry', 2026, 'silver', 29900, 1, 1, 'T1001');
        INSERT INTO faq VALUES (1, 'towing', 'Do you offer towing?', 'Yes, at any hour.', 'tow towing truck roadside');
        INSERT INTO appointments VALUES
            (1, 1, 'service', 1, 1, NULL, '2026-05-05', '09:30', 45, 'scheduled', 'for John Smith'),
            (2, 1, 'test_drive', NULL, NULL, 1, '2026-05-06', '10:00', 30, 'scheduled', NULL),
            (3, 1, 'service', 1, NULL, NULL, '2026-05-07', '10:00', 45, 'cancelled', NULL);
        INSERT INTO tool_calls VALUES ('book_1', 1), ('book_2', 2);
        """
}
