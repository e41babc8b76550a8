import Engine

extension BookingAgent {
    /// Finds out which car is driven; `nil` when it is known and in stock.
    func settleCar(_ visit: inout ConversationVisit) -> Outcome? {
        let subject = visit.slots.serviceType
        guard subject == nil || visit.memory.checkedModel != subject else { return nil }
        if let wish = visit.memory.carWish { return visit.call(.searchInventory(InventoryQuery(wish))) }
        guard let subject else { return ask(.vehicle, &visit) }
        let model = domain.models.first { $0.full == subject }?.model ?? subject
        return visit.call(.searchInventory(InventoryQuery(models: [model])))
    }

    /// Takes in which cars are in stock.
    func take(_ found: InventoryMatches, _ visit: inout ConversationVisit) -> Outcome {
        let subject = visit.slots.serviceType
        let models = Self.models(of: found.cars)
        if let subject, models.contains(subject) { return settle(on: subject, &visit) }
        guard subject == nil, !models.isEmpty else { return lack(found.nearest, &visit) }
        if models.count == 1 {
            if let car = found.cars.first { visit.say(.car(car)) }
            return settle(on: models[0], &visit)
        }
        visit.write(\.memory.choice, .model(Array(models.prefix(4))))
        visit.ask(.vehicle, .whichModel(Array(models.prefix(4))))
        return .next
    }

    private func settle(on model: String, _ visit: inout ConversationVisit) -> Outcome {
        visit.write(\.conversation.bookingSlots.serviceType, model)
        visit.write(\.memory.checkedModel, model)
        visit.write(\.memory.carWish, nil)
        return advance(&visit)
    }

    /// There is no such car: names what comes nearest.
    private func lack(_ nearest: [InventoryItem], _ visit: inout ConversationVisit) -> Outcome {
        let wanted = visit.memory.carWish?.wanted ?? visit.slots.serviceType
        let others = Array(nearest.prefix(3))
        visit.write(\.conversation.bookingSlots.serviceType, nil)
        visit.write(\.memory.carWish, nil)
        visit.write(\.memory.choice, others.isEmpty ? nil : .model(Self.models(of: others)))
        visit.say(.noSuchCar(wanted: wanted, nearest: others))
        return ask(.vehicle, &visit)
    }

    /// Makes and models, each once, in order.
    private static func models(of cars: [InventoryItem]) -> [String] {
        var seen: Set<String> = []
        return cars.map { "\($0.make) \($0.model)" }.filter { seen.insert($0).inserted }
    }
}
