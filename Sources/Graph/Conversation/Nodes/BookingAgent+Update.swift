import Engine

extension BookingAgent {
    /// `update_booking`: takes the facts of the utterance into the slots.
    func update(_ visit: inout ConversationVisit) {
        turn(&visit)
        pick(&visit)
        subject(&visit)
        when(&visit)
        person(&visit)
        if visit.heard.slots.isCorrection || visit.heard.slots.target != nil, visit.memory.question == .confirmation {
            visit.say(.corrected)
        }
    }

    /// A change of mind: another kind of appointment, or everything from the start.
    private func turn(_ visit: inout ConversationVisit) {
        let type: AppointmentType? =
            switch visit.heard.intent {
            case .bookTestDrive: .testDrive
            case .bookService where visit.heard.slots.service != nil: .service
            default: nil
            }
        if let type, type != visit.slots.appointmentType, domain.appointmentTypes.contains(type) {
            visit.write(\.conversation.bookingSlots.appointmentType, type)
            visit.write(\.conversation.bookingSlots.serviceType, nil)
            visit.write(\.memory.carWish, nil)
            visit.write(\.memory.offered, [])
            let name = visit.heard.slots.service.map { domain.spoken(service: $0) }
            visit.say(.startBooking(type, subject: type == .service ? name : nil))
        }
        guard Wording(visit.state.turn.text).has(any: ["start over", "start again", "from the beginning"]) else {
            return
        }
        let slots = visit.slots
        var fresh = BookingSlots()
        fresh.appointmentType = slots.appointmentType
        (fresh.customerName, fresh.customerPhone) = (slots.customerName, slots.customerPhone)
        visit.write(\.conversation.bookingSlots, fresh)
        visit.write(\.memory.carWish, nil)
        visit.write(\.memory.wish, nil)
        visit.say(.startOver)
    }

    /// What the appointment is for.
    private func subject(_ visit: inout ConversationVisit) {
        let heard = visit.heard.slots
        guard visit.slots.appointmentType == .testDrive else {
            if let service = heard.service { take(service, &visit) }
            if !heard.otherServices.isEmpty {
                visit.write(\.memory.otherServices, Array(heard.otherServices.prefix(4)))
            }
            return note(heard.vehicle, &visit)
        }
        guard let vehicle = heard.vehicle, vehicle.isWish else { return }
        visit.write(\.memory.carWish, vehicle)
        visit.write(\.memory.checkedModel, nil)
        visit.write(\.conversation.bookingSlots.serviceType, vehicle.full)
    }

    /// Takes a service, and names it where it replaces another, or where the caller only told what is wrong with the car.
    private func take(_ service: String, _ visit: inout ConversationVisit) {
        let known = visit.slots.serviceType
        visit.write(\.conversation.bookingSlots.serviceType, service)
        let said = Wording(visit.state.turn.text).words
        let isNamed = Wording(service).words.contains { word in
            let stem = word.hasSuffix("s") ? String(word.dropLast()) : word
            return said.contains { $0.hasPrefix(stem) }
        }
        let question = visit.memory.question
        let isReplaced = known != nil && known != service && (question == .name || question == .phone)
        guard isReplaced || (question == .service && !isNamed) else { return }
        visit.say(.startBooking(.service, subject: domain.spoken(service: service)))
    }

    /// Who the caller is.
    private func person(_ visit: inout ConversationVisit) {
        let heard = visit.heard.slots
        if let name = heard.name.map(PersonName.bounded), !name.isEmpty {
            let known = visit.memory.question == .name ? nil : visit.slots.customerName
            let corrected = known.map { PersonName.correcting($0, with: name) } ?? name
            visit.write(\.conversation.bookingSlots.customerName, corrected)
        }
        if let phone = heard.phone { visit.write(\.conversation.bookingSlots.customerPhone, phone) }
        if let email = heard.email, email != visit.slots.customerEmail {
            visit.write(\.conversation.bookingSlots.customerEmail, email)
            visit.say(.emailNoted(email))
        }
    }

    /// Remembers the caller's car.
    private func note(_ mention: VehicleMention?, _ visit: inout ConversationVisit) {
        guard let mention else { return }
        var known = visit.state.conversation.customer.vehicles
        let named = mention.model.map {
            Vehicle(make: mention.make, model: $0, year: mention.year, licensePlate: mention.licensePlate)
        }
        guard var vehicle = named ?? visit.memory.vehicle else { return }
        if let index = known.firstIndex(where: { $0.isSame(as: vehicle) }) { vehicle = known.remove(at: index) }
        vehicle.year = mention.year ?? vehicle.year
        vehicle.licensePlate = mention.licensePlate ?? vehicle.licensePlate
        visit.write(\.memory.vehicle, vehicle)
        // Bounded: the newest eight cars are kept.
        visit.write(\.conversation.customer.vehicles, known.suffix(7) + [vehicle])
    }
}

extension Vehicle {
    /// Whether both can be the same car, as far as is known.
    func isSame(as other: Vehicle) -> Bool {
        model == other.model && (year == nil || other.year == nil || year == other.year)
    }

    /// `2018 Honda Civic`.
    var spoken: String {
        [year.map { "\($0)" }, make, model].compactMap { $0 }.joined(separator: " ")
    }
}
