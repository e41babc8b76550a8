import Conversation
import Dealership
import FoundationEssentials
import GRDB

extension Database {
    /// The schema's history. A migration that was released is never changed.
    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("document 004") { database in
            try createCustomers(database)
            try createCatalogue(database)
            try createAppointments(database)
            try createFAQ(database)
        }
        return migrator
    }

    private static func createCustomers(_ database: GRDB.Database) throws {
        try database.create(table: "customers") { table in
            table.autoIncrementedPrimaryKey("id")
            table.column("phone", .text).notNull().unique()
            table.column("name", .text)
            table.column("email", .text)
            table.column("created_at", .text).notNull()
            table.column("updated_at", .text).notNull()
        }
        try database.create(table: "vehicles") { table in
            table.autoIncrementedPrimaryKey("id")
            table.column("customer_id", .integer).notNull().indexed().references("customers", onDelete: .cascade)
            table.column("make", .text)
            table.column("model", .text).notNull()
            table.column("year", .integer)
            table.column("license_plate", .text)
            table.column("vin", .text)
        }
    }

    private static func createCatalogue(_ database: GRDB.Database) throws {
        try database.create(table: "service_types") { table in
            table.autoIncrementedPrimaryKey("id")
            table.column("name", .text).notNull().unique()
            table.column("duration_min", .integer).notNull()
            table.column("price_min", .integer).notNull()
            table.column("price_max", .integer).notNull()
        }
        try database.create(table: "inventory") { table in
            table.autoIncrementedPrimaryKey("id")
            table.column("make", .text).notNull()
            table.column("model", .text).notNull()
            table.column("year", .integer).notNull()
            table.column("color", .text).notNull()
            table.column("price", .integer).notNull()
            table.column("is_new", .boolean).notNull()
            table.column("is_available", .boolean).notNull().defaults(to: true)
            table.column("stock_number", .text).notNull().unique()
        }
    }

    private static func createAppointments(_ database: GRDB.Database) throws {
        try database.create(table: "appointments") { table in
            table.autoIncrementedPrimaryKey("id")
            table.column("customer_id", .integer).notNull().indexed().references("customers")
            table.column("appointment_type", .text).notNull()
            table.column("service_type_id", .integer).references("service_types")
            table.column("vehicle_id", .integer).references("vehicles")
            table.column("inventory_id", .integer).references("inventory")
            table.column("scheduled_date", .text).notNull()
            table.column("scheduled_time", .text).notNull()
            table.column("duration_min", .integer).notNull()
            table.column("status", .text).notNull().defaults(to: "scheduled")
            table.column("notes", .text)
        }
        // The index that makes a double booking impossible: one appointment of a kind per day and time.
        try database.create(
            index: "appointments_slot", on: "appointments",
            columns: ["appointment_type", "scheduled_date", "scheduled_time"], options: .unique,
            condition: Column("status") != "cancelled")
        try database.create(table: "tool_calls") { table in
            table.primaryKey("call_id", .text)
            table.column("appointment_id", .integer).notNull().references("appointments", onDelete: .cascade)
        }
    }

    private static func createFAQ(_ database: GRDB.Database) throws {
        try database.create(table: "faq") { table in
            table.autoIncrementedPrimaryKey("id")
            table.column("category", .text).notNull().indexed()
            table.column("question", .text).notNull()
            table.column("answer", .text).notNull()
            table.column("keywords", .text).notNull()
        }
        try database.create(virtualTable: "faq_search", using: FTS5()) { table in
            table.synchronize(withTable: "faq")
            table.tokenizer = .porter()
            table.column("question")
            table.column("answer")
            table.column("keywords")
        }
    }
}
