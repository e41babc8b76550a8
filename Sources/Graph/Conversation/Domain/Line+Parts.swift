/// The values that several lines share.
extension Line {
    /// `name` as it was said, and `first_name`, its first word.
    static func named(_ name: String) -> [String: PhraseValue] {
        let first = name.split(separator: " ").first.map(String.init) ?? name
        return ["name": .text(name), "first_name": .text(first)]
    }

    static func hours(_ span: OpeningHours.Span?) -> [String: PhraseValue] {
        span.map { ["open": .time($0.open), "close": .time($0.close)] } ?? [:]
    }

    static func price(_ service: String, _ offer: ServiceOffer) -> [String: PhraseValue] {
        let common: [String: PhraseValue] = ["service": .text(service), "duration": .duration(offer.durationMin)]
        let amounts: [String: PhraseValue] =
            offer.priceMin == offer.priceMax
            ? ["price": .money(offer.priceMin)] : ["min": .number(offer.priceMin), "max": .money(offer.priceMax)]
        return common.merging(amounts) { $1 }
    }

    static func car(_ car: InventoryItem) -> [String: PhraseValue] {
        [
            "make": .text(car.make), "model": .text(car.model), "year": .number(car.year), "color": .text(car.color),
            "price": .money(car.price),
        ]
    }

    /// Makes and models, each once.
    static func models(
        _ cars: [InventoryItem], _ junction: PhraseValue.Junction, atMost limit: Int = 3
    ) -> PhraseValue {
        var seen: Set<String> = []
        let names = cars.map { "\($0.make) \($0.model)" }.filter { seen.insert($0).inserted }
        return .list(names.prefix(limit).map(PhraseValue.text), junction)
    }

    static func values(of summary: BookingSummary) -> [String: PhraseValue] {
        [
            "subject": .text(summary.subject), "day": .day(summary.day), "time": .time(summary.time),
            "phone": .phone(summary.phone),
        ].merging(named(summary.name)) { $1 }
    }

    /// The appointment as a part of the sentence, and its pieces.
    static func values(of summary: AppointmentSummary) -> [String: PhraseValue] {
        [
            "appointment": .line(.appointment(summary)), "subject": .text(summary.subject),
            "day": .day(summary.slot.day), "time": .time(summary.slot.time),
        ]
    }
}
