import Speech
import Testing

@Suite("What engines cost")
struct PriceListTests {
    @Test("prices are read from YAML or JSON; a price that is none is named")
    func prices() throws {
        let list = try PriceList(
            parsing: "prices:\n  - {engine: openai, model: mini, input_tokens: 150, output_tokens: 600}\n".utf8)
        #expect(list["openai", "mini"] == Price(inputTokens: 150, outputTokens: 600))
        #expect(list["openai", "other"] == nil)
        #expect(list.usual(.model, "openai", "mini") == 210)
        for bad in [
            "prices: [{second: 1}]", "prices: [{engine: a, second: -1}]", "prices: [{engine: a, second: x}]", ":",
        ] {
            #expect(throws: SpeechError.self) { try PriceList(parsing: bad.utf8) }
        }
    }

    @Test("a price for one model counts before the one for all; parts of a millionth are charged whole")
    func costs() {
        var list = PriceList()
        list["a", ""] = Price(second: 0.4)
        list["a", "big"] = Price(second: 7)
        func cost(_ engine: String, _ model: String, _ outcome: EngineReport.Outcome) -> Int {
            list.micros(
                for: EngineReport(
                    kind: .recognition, engine: engine, model: model, outcome: outcome,
                    amount: EngineReport.Amount(seconds: 1), total: .zero))
        }
        #expect(cost("a", "big", .answered) == 7)
        #expect(cost("a", "small", .answered) == 1)
        #expect(cost("b", "big", .answered) == 0)
        #expect(cost("a", "big", .superseded) == 7, "it was asked all the same")
        #expect(cost("a", "big", .refused) == 0)
    }
}
