extension VehicleMention {
    /// As it is spoken of: `red Toyota Camry`; `nil` when neither make nor model was named.
    var wanted: String? {
        guard make != nil || model != nil else { return nil }
        return [color, make, model].compactMap { $0 }.joined(separator: " ")
    }

    /// `Toyota Camry`; `nil` without a model.
    var full: String? {
        model.map { model in [make, model].compactMap { $0 }.joined(separator: " ") }
    }

    /// Whether anything was said that narrows the choice of cars.
    var isWish: Bool {
        make != nil || model != nil || !models.isEmpty || color != nil || maxPrice != nil || isNew != nil
    }
}

extension InventoryQuery {
    /// Cars as they were described; every car when nothing was.
    init(_ mention: VehicleMention?) {
        self.init(
            make: mention?.make, models: mention?.model.map { [$0] } ?? mention?.models ?? [], year: mention?.year,
            color: mention?.color, maxPrice: mention?.maxPrice, isNew: mention?.isNew)
    }
}
