/// Services by any of their names: the longest name that occurs wins.
struct ServiceReader {
    private let synonyms: [(name: String, phrase: Phrase, length: Int)]

    init(services: [ServiceName]) {
        synonyms = services.flatMap { service in
            service.synonyms.map { (service.name, Phrase($0), $0.count) }
        }
    }

    func read(_ wording: Wording) -> String? {
        synonyms.filter { wording.has($0.phrase) }.max { $0.length < $1.length }?.name
    }
}
