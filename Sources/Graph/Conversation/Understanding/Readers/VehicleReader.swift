/// Cars: "a two thousand eighteen honda civic", "the new camry", "a toyota".
struct VehicleReader {
    private let models: [(model: ModelName, phrase: Phrase, length: Int)]
    private let kinds: [(model: ModelName, phrase: Phrase)]
    private let makes: [(name: String, phrase: Phrase)]

    init(models: [ModelName]) {
        self.models = models.flatMap { model in model.synonyms.map { (model, Phrase($0), $0.count) } }
        kinds = models.flatMap { model in model.kinds.map { (model, Phrase($0)) } }
        makes = models.map { ($0.make, Phrase($0.make.lowercased())) }
    }

    func read(_ wording: Wording) -> VehicleMention? {
        var mention = VehicleMention()
        if let model = models.filter({ wording.has($0.phrase) }).max(by: { $0.length < $1.length })?.model {
            mention.make = model.make
            mention.model = model.model
        } else {
            mention.make = makes.first { wording.has($0.phrase) }?.name
        }
        if mention.model == nil {
            let fitting = kinds.filter { wording.has($0.phrase) && mention.make ?? $0.model.make == $0.model.make }
            for kind in fitting where !mention.models.contains(kind.model.model) {
                mention.models.append(kind.model.model)
            }
        }
        guard mention.make != nil || !mention.models.isEmpty else { return nil }
        mention.year = YearReader.read(wording.words)?.value
        return mention
    }
}
