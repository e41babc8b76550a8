/// Makes and models on the road, so that a caller's own car is understood whatever the house sells.
enum CarCatalogue {
    /// A model by its make; the make is empty when only that was named.
    struct Entry: Hashable, Sendable {
        let make: String
        let model: String?
    }

    /// Everything by its words, spoken and typed. Names that are common words need their make before them.
    static let index: PhraseIndex<Entry> = {
        var phrases: [(Phrase, Entry)] = []
        for (make, models) in makes {
            let makeNames = [spoken(make)] + (nicknames[make] ?? []).map { Wording($0).words }
            for name in makeNames { phrases.append((Phrase(words: name), Entry(make: make, model: nil))) }
            for model in models.split(separator: ",").map(String.init) {
                let entry = Entry(make: make, model: model)
                for words in Set([Wording(model).words, spoken(model)]) {
                    for name in makeNames { phrases.append((Phrase(words: name + words), entry)) }
                    if !common.contains(model) { phrases.append((Phrase(words: words), entry)) }
                }
            }
        }
        return PhraseIndex(phrases)
    }()

    /// The words of a name with its digits as they are spoken.
    private static func spoken(_ name: String) -> [String] {
        let digits = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
        return Wording(name).words.map { word in
            guard let value = NumberWords.digits(word, atMost: 9) else { return word }
            return digits[value]
        }
    }

    private static let nicknames = [
        "Chevrolet": ["chevy", "chevie"], "Volkswagen": ["vw", "v w"], "Mercedes-Benz": ["mercedes", "benz"],
        "BMW": ["b m w", "beamer", "bimmer"], "GMC": ["g m c"], "Land Rover": ["landrover"], "Mini": ["mini cooper"],
        "Jaguar": ["jag"], "Kia": ["key a"], "Mitsubishi": ["mitsu"],
    ]

    /// Models whose names mean something else as a rule.
    private static let common: Set<String> = [
        "Focus", "Escape", "Edge", "Fit", "Pilot", "Element", "Insight", "Passport", "Soul", "Rogue", "Frontier",
        "Spark", "Bolt", "Volt", "Legacy", "Ranger", "Explorer", "Expedition", "Charger", "Challenger", "Journey",
        "Compass", "Renegade", "Patriot", "Liberty", "Polo", "Golf", "Up", "Beetle", "Fusion", "Titan", "Armada",
        "Rio", "Venue", "Accent", "Leaf", "Crown", "Sonic", "Blazer", "Encore", "Envision", "Kicks", "Note", "Stinger",
        "Ascent", "Trax", "Discovery", "Defender", "Clubman", "Fiesta", "Transit", "Terrain", "Canyon", "Yukon",
        "Avalanche", "Colorado", "Suburban", "Express", "Ram", "3", "5", "6", "Model 3", "500", "Optima", "Niro",
        "Forte", "Seltos", "Carnival", "Sierra", "Echo", "Matrix", "Caravan", "IS", "ES", "NX", "RX", "Maverick",
        "Dart", "Swift",
        "Regal", "Superb", "Mirage", "Eclipse", "Atlas", "Panda", "Vibe", "Vue", "Liberty", "Integra", "Versa",
        "Navigator",
    ]

    private static let makes: [(String, String)] = [
        (
            "Toyota",
            "Camry,Corolla,RAV4,Prius,Highlander,Tacoma,Tundra,Sienna,4Runner,Yaris,Avalon,Venza,Crown,C-HR,Echo,Matrix"
        ),
        ("Honda", "Civic,Accord,CR-V,HR-V,Pilot,Odyssey,Fit,Insight,Passport,Ridgeline,Element"),
        (
            "Ford",
            "F-150,Focus,Fusion,Escape,Explorer,Edge,Mustang,Ranger,Bronco,Expedition,Fiesta,Taurus,Transit,Maverick"
        ),
        (
            "Chevrolet",
            "Silverado,Malibu,Equinox,Cruze,Impala,Tahoe,Suburban,Traverse,Camaro,Corvette,Colorado,Spark,Bolt,"
                + "Volt,Trax,Blazer,Sonic,Avalanche,Express"
        ),
        (
            "Nissan",
            "Altima,Sentra,Rogue,Versa,Maxima,Pathfinder,Murano,Leaf,Frontier,Titan,Armada,Juke,Kicks,Qashqai,Note"
        ),
        ("Hyundai", "Elantra,Sonata,Tucson,Santa Fe,Kona,Accent,Palisade,Ioniq,Venue,Veloster"),
        ("Kia", "Sorento,Sportage,Telluride,Soul,Optima,Forte,Rio,Niro,Seltos,Stinger,Carnival,Sedona"),
        ("Subaru", "Outback,Forester,Impreza,Crosstrek,Legacy,Ascent,WRX"),
        ("Mazda", "CX-5,CX-30,CX-9,MX-5,Miata,3,6"),
        ("Volkswagen", "Jetta,Passat,Golf,Tiguan,Atlas,Beetle,Polo,Touareg,Up"),
        ("Jeep", "Wrangler,Grand Cherokee,Cherokee,Compass,Renegade,Patriot,Liberty,Gladiator"),
        ("Dodge", "Charger,Challenger,Durango,Journey,Caravan,Grand Caravan,Dart"), ("Ram", "1500,2500"),
        ("GMC", "Sierra,Acadia,Terrain,Yukon,Canyon"), ("Chrysler", "Pacifica,Town and Country,PT Cruiser"),
        ("Buick", "Enclave,Encore,Envision,LaCrosse,Regal"), ("Cadillac", "Escalade,XT5,CTS"),
        ("Tesla", "Model 3,Model Y,Model S,Model X,Cybertruck"), ("BMW", "X3,X5,X1,3 Series,5 Series"),
        ("Mercedes-Benz", "C Class,E Class,Sprinter,GLC"), ("Audi", "A3,A4,A6,Q3,Q5,Q7"), ("Lexus", "RX,ES,NX,IS"),
        ("Acura", "MDX,RDX,TLX,Integra"), ("Infiniti", "Q50,QX60"), ("Volvo", "XC90,XC60,XC40,V60,S60"),
        ("Mitsubishi", "Outlander,Mirage,Lancer,Eclipse"), ("Porsche", "Cayenne,Macan,Boxster"), ("Mini", "Clubman"),
        ("Land Rover", "Range Rover,Discovery,Defender"), ("Lincoln", "Navigator,MKZ"), ("Fiat", "500,Panda,Punto"),
        ("Renault", "Clio,Megane,Twingo"), ("Peugeot", "208,308"), ("Opel", "Corsa,Astra,Insignia"),
        ("Vauxhall", "Corsa,Astra"), ("Skoda", "Octavia,Fabia,Superb"), ("Seat", "Ibiza,Leon"), ("Jaguar", "XF,F-Pace"),
        ("Genesis", "GV70,G80"), ("Pontiac", "Vibe,G6"), ("Saturn", "Vue"), ("Saab", ""), ("Suzuki", "Swift,Vitara"),
        ("Alfa Romeo", "Giulia,Stelvio"), ("Rivian", "R1T,R1S"), ("Polestar", ""), ("Citroen", "Picasso"),
    ]
}
