import Pack
import Conversation
import SQL

/// Who is kept busy when, as rows.
extension SQLTransaction {
    /// What an appointment by a service's name or a car's make and model would take. Throws `notFound`.
    func work(for type: AppointmentType, _ subject: String, _ driving: TestDriveOffer) throws -> Work {
        switch type {
        case .service:
            let row = try first("SELECT id, duration_min, needs FROM service_types WHERE name = ?", [subject])
            guard let row else { throw StoreError.notFound("service") }
            return Work(serviceID: try row["id"], needs: try needs(row), duration: try row["duration_min"])
        case .testDrive:
            let rows = try query(
                "SELECT id FROM inventory WHERE is_available AND make || ' ' || model = ? ORDER BY id", [subject])
            guard !rows.isEmpty else { throw StoreError.notFound("car") }
            return Work(cars: try rows.map { try $0["id"] }, needs: driving.needs, duration: driving.durationMin)
        }
    }

    /// What an appointment takes that was made: its own duration, and for a test drive its own car.
    func work(of appointment: Appointment, _ driving: TestDriveOffer) throws -> Work {
        let row = try first(
            """
            SELECT service_type_id, inventory_id, COALESCE(needs, '') AS needs FROM appointments
            LEFT JOIN service_types ON service_types.id = service_type_id WHERE appointments.id = ?
            """, [appointment.id])
        guard let row else { throw StoreError.notFound("appointment") }
        let car: Int? = try row["inventory_id"]
        return Work(
            serviceID: try row["service_type_id"], cars: car.map { [$0] } ?? [],
            needs: appointment.type == .testDrive ? driving.needs : try needs(row), duration: appointment.durationMin)
    }

    /// Who is there on a day and what of it is taken.
    ///
    /// - Parameter excluded: An appointment whose time counts as free.
    func roster(of day: Day, without excluded: Int? = nil) throws -> DayRoster {
        try roster(of: day, resources: resources(), without: excluded)
    }

    /// Everybody who works here, whatever the day.
    func resources() throws -> [Employable] {
        try query("SELECT * FROM resources ORDER BY id").map { try Employable(row: $0) }
    }

    func roster(of day: Day, resources: [Employable], without excluded: Int?) throws -> DayRoster {
        let rows = try query(
            "SELECT holder, holder_id, quarter FROM occupancy WHERE day = ? AND appointment_id <> ?",
            [day.description, excluded ?? -1])
        let taken = try rows.compactMap { row -> Hold? in
            guard let holder = Holder(kind: try row["holder"], id: try row["holder_id"]) else { return nil }
            return Hold(holder: holder, quarter: try row["quarter"])
        }
        return DayRoster(day: day, resources: resources, taken: Set(taken))
    }

    /// Finds somebody for an appointment and keeps them busy; `nil` when nobody is left.
    ///
    /// The table's key lets nobody be kept busy twice. When somebody else got one of them meanwhile, others are tried.
    func occupy(_ work: Work, for appointment: Appointment) throws -> [Holder]? {
        for _ in 0..<8 {
            let roster = try roster(of: appointment.day, without: appointment.id)
            guard let holders = roster.holders(for: work, from: appointment.time) else { return nil }
            do {
                try attempt { try hold(holders, for: appointment) }
                return holders
            } catch SQLError.constraint(let constraint) where constraint.kind == .unique {
                continue
            }
        }
        return nil
    }

    func hold(_ holders: [Holder], for appointment: Appointment) throws {
        let quarters = Quarters.touched(from: appointment.time, duration: appointment.durationMin)
        for holder in holders {
            let rows = quarters.map { _ in "(?, ?, ?, ?, ?)" }.joined(separator: ", ")
            let values = quarters.flatMap { quarter -> [(any SQLConvertible)?] in
                [holder.kind, holder.id, appointment.day.description, quarter, appointment.id]
            }
            try execute(
                "INSERT INTO occupancy (holder, holder_id, day, quarter, appointment_id) VALUES \(rows)", values)
        }
    }

    /// Gives the time of an appointment back.
    func release(_ appointment: Int) throws {
        try execute("DELETE FROM occupancy WHERE appointment_id = ?", [appointment])
    }

    private func needs(_ row: SQLRow) throws -> [String] {
        let text: String = try row["needs"]
        return text.split(separator: " ").map(String.init)
    }
}
