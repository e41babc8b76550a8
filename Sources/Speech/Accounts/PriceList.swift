import Document

/// What engines cost. An engine in this machine costs nothing; one that is not in the list costs nothing that is known.
///
/// As a YAML or JSON document, a price names an engine, its model where models differ, and what it charges in millionths of
/// the currency per second of sound, per character, and per thousand tokens:
///
///     prices:
///       - {engine: deepgram, second: 72}
///       - {engine: openai, model: gpt-4o-mini, input_tokens: 150, output_tokens: 600}
package struct PriceList: Hashable, Sendable {
    private struct Key: Hashable {
        let engine: String
        /// Empty: whatever the model.
        let model: String
    }

    private var prices: [Key: Price] = [:]

    package init() {}

    package subscript(engine: String, model: String) -> Price? {
        get { prices[Key(engine: engine, model: model)] ?? prices[Key(engine: engine, model: "")] }
        set { prices[Key(engine: engine, model: model)] = newValue }
    }

    /// The cost of a request in millionths of the currency. One that a provider refused, or that failed, costs nothing.
    package func micros(for report: EngineReport) -> Int {
        switch report.outcome {
        case .failed, .refused: 0
        case .answered, .timedOut, .cancelled, .superseded:
            self[report.engine, report.model]?.micros(for: report.amount) ?? 0
        }
    }

    /// What a usual request costs, to compare engines with: five seconds of sound, a sentence of a hundred characters, or a
    /// question of a thousand tokens. `nil` for an engine without a price.
    package func usual(_ kind: EngineReport.Kind, _ engine: String, _ model: String) -> Int? {
        let amount: EngineReport.Amount =
            switch kind {
            case .recognition: .init(seconds: 5)
            case .synthesis: .init(characters: 100)
            case .model: .init(inputTokens: 1000, outputTokens: 100)
            }
        return self[engine, model]?.micros(for: amount)
    }
}

extension PriceList {
    /// Reads a document as above. Throws `SpeechError.malformed`, which names the place.
    package init(parsing text: some Sequence<UInt8>) throws(SpeechError) {
        self.init()
        let document: DocumentValue
        do throws(InvalidDocument) { document = try DocumentValue(parsing: text) } catch {
            throw .malformed("the prices are no YAML or JSON: \(error)")
        }
        for (position, entry) in document["prices"].elements.enumerated() {
            guard let engine = entry["engine"].string, !engine.isEmpty else {
                throw .malformed("price \(position + 1) names no engine")
            }
            var price = Price()
            price.second = try Self.number("second", in: entry, position)
            price.character = try Self.number("character", in: entry, position)
            price.inputTokens = try Self.number("input_tokens", in: entry, position)
            price.outputTokens = try Self.number("output_tokens", in: entry, position)
            self[engine, entry["model"].string ?? ""] = price
        }
    }

    private static func number(
        _ key: String, in entry: DocumentValue, _ position: Int
    ) throws(SpeechError) -> Double {
        let value = entry[key]
        if value.isNull { return 0 }
        guard let number = value.double, number.isFinite, number >= 0, number <= 1e9 else {
            throw .malformed("price \(position + 1): \(key) is no amount")
        }
        return number
    }
}
