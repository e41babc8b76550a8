/// Cars: "a two thousand eighteen honda civic", "the new camry", "a toyota".
struct VehicleReader {
    private let models: [(model: ModelName, phrase: Phrase, length: Int)]
    private let makes: [(name: String, phrase: Phrase)]

    init(models: [ModelName]) {
        self.models = models.flatMap { model in model.synonyms.map { (model, Phrase($0), $0.count) } }
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
        guard mention.make != nil else { return nil }
        mention.year = YearReader.read(wording.words)?.value
        return mention
    }
}
