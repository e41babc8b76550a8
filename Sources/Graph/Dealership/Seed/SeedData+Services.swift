package import Conversation

extension SeedData {
    static let services = [
        ServiceOffer(name: "Oil Change", durationMin: 45, priceMin: 49, priceMax: 89),
        ServiceOffer(name: "Brake Service", durationMin: 120, priceMin: 180, priceMax: 420),
        ServiceOffer(name: "Tire Replacement", durationMin: 90, priceMin: 320, priceMax: 900),
        ServiceOffer(name: "Tire Rotation", durationMin: 30, priceMin: 25, priceMax: 45),
        ServiceOffer(name: "Wheel Alignment", durationMin: 60, priceMin: 90, priceMax: 140),
        ServiceOffer(name: "Engine Diagnostics", durationMin: 60, priceMin: 110, priceMax: 150),
        ServiceOffer(name: "Battery Replacement", durationMin: 30, priceMin: 140, priceMax: 260),
        ServiceOffer(name: "Air Conditioning Service", durationMin: 90, priceMin: 120, priceMax: 290),
        ServiceOffer(name: "State Inspection", durationMin: 30, priceMin: 30, priceMax: 50),
        ServiceOffer(name: "Scheduled Maintenance", durationMin: 120, priceMin: 150, priceMax: 380),
    ]

    /// How callers name the services above.
    package static let dealershipServiceNames = [
        ServiceName(
            "Oil Change", spoken: "an oil change",
            synonyms: [
                "oil change", "oil changed", "oil changes", "change the oil", "change my oil", "new oil", "oil service",
                "oil and filter", "oil", "all change",
            ]),
        ServiceName(
            "Brake Service", spoken: "a brake service",
            synonyms: [
                "brakes", "brake", "brake service", "brake pads", "brake job", "brake check", "new brakes", "breaks",
            ]),
        ServiceName(
            "Tire Rotation", spoken: "a tire rotation",
            synonyms: ["tire rotation", "rotate my tires", "rotate the tires", "tires rotated", "rotation"]),
        ServiceName(
            "Tire Replacement", spoken: "new tires",
            synonyms: [
                "tires", "tire", "tyres", "new tires", "flat tire", "tire replacement", "winter tires", "a flat",
            ]),
        ServiceName(
            "Wheel Alignment", spoken: "a wheel alignment",
            synonyms: ["alignment", "wheel alignment", "wheels aligned", "pulls to the left", "pulls to the right"]),
        ServiceName(
            "Engine Diagnostics", spoken: "an engine diagnostic",
            synonyms: [
                "check engine light", "engine light", "diagnostic", "diagnostics", "warning light", "engine",
                "check engine",
                "won't start", "strange noise", "overheating",
            ]),
        ServiceName(
            "Battery Replacement", spoken: "a battery replacement",
            synonyms: ["battery", "new battery", "dead battery", "battery replacement"]),
        ServiceName(
            "Air Conditioning Service", spoken: "an air conditioning service",
            synonyms: ["air conditioning", "air conditioner", "ac service", "the ac", "a c", "air con", "aircon"]),
        ServiceName(
            "State Inspection", spoken: "a state inspection",
            synonyms: ["inspection", "state inspection", "inspected", "emissions test", "smog check"]),
        ServiceName(
            "Scheduled Maintenance", spoken: "a scheduled maintenance",
            synonyms: [
                "maintenance", "scheduled maintenance", "tune up", "mile service", "regular service", "annual service",
                "full service", "check up", "checkup",
            ]),
    ]
}
