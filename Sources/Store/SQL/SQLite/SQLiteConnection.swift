import FoundationEssentials
import GRDB

/// GRDB's connection, inside a transaction.
struct SQLiteConnection: SQLConnection {
    let database: GRDB.Database

    func query(_ statement: StatementText, _ values: [SQLValue]) throws(SQLError) -> [SQLRow] {
        let statement = try prepared(statement)
        do {
            let rows = try Row.fetchAll(statement, arguments: StatementArguments(values.map(\.databaseValue)))
            let columns = statement.columnNames
            return rows.map { SQLRow(columns: columns, values: $0.databaseValues.map(SQLValue.init(databaseValue:))) }
        } catch {
            throw SQLError(thrown: error)
        }
    }

    func execute(_ statement: StatementText, _ values: [SQLValue]) throws(SQLError) -> Int {
        let statement = try prepared(statement)
        let before = database.totalChangesCount
        do {
            try statement.execute(arguments: StatementArguments(values.map(\.databaseValue)))
        } catch {
            throw SQLError(thrown: error)
        }
        // The count of changes is left as it was by a statement that can change nothing.
        return database.totalChangesCount == before ? 0 : database.changesCount
    }

    func script(_ statements: String) throws(SQLError) {
        do {
            try database.execute(sql: statements)
        } catch let error as DatabaseError {
            throw SQLError(error, isAboutText: true)
        } catch {
            throw SQLError(thrown: error)
        }
        if !database.isInsideTransaction { throw .misuse("a script ended its transaction") }
    }

    private func prepared(_ statement: StatementText) throws(SQLError) -> Statement {
        do {
            return try database.cachedStatement(sql: statement.text)
        } catch let error as DatabaseError {
            throw SQLError(error, isAboutText: true)
        } catch {
            throw SQLError(thrown: error)
        }
    }
}

extension SQLValue {
    fileprivate var databaseValue: DatabaseValue {
        switch self {
        case .null: .null
        case .integer(let value): value.databaseValue
        case .real(let value): value.databaseValue
        case .text(let value): value.databaseValue
        case .bool(let value): value.databaseValue
        case .blob(let value): Data(value).databaseValue
        }
    }

    fileprivate init(databaseValue: DatabaseValue) {
        switch databaseValue.storage {
        case .null: self = .null
        case .int64(let value): self = .integer(Int(value))
        case .double(let value): self = .real(value)
        case .string(let value): self = .text(value)
        case .blob(let value): self = .blob(Array(value))
        }
    }
}
