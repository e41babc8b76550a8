import Document
@testable import Speech

// What operators write: what engines cost, and where providers are.
extension FuzzTarget {
    static let prices = FuzzTarget(name: "prices") {
        [
            Array("prices:\n  - {engine: deepgram, second: 72}\n".utf8),
            Array(#"{"prices":[{"engine":"openai","model":"m","input_tokens":1.5,"output_tokens":1e9}]}"#.utf8),
        ]
    } feed: { input in
        guard let prices = try? PriceList(parsing: input) else { return }
        let most = EngineReport.Amount(
            seconds: 86_400, characters: 1 << 30, inputTokens: 1 << 30, outputTokens: 1 << 30)
        for kind in EngineReport.Kind.allCases {
            for engine in ["deepgram", "openai"] {
                let usual = prices.usual(kind, engine, "m") ?? 0
                let report = EngineReport(
                    kind: kind, engine: engine, model: "m", outcome: .answered, amount: most, total: .seconds(1))
                precondition(usual >= 0 && prices.micros(for: report) >= 0, "somebody is paid for asking")
            }
        }
    }

    /// Variables of the environment, one a line.
    static let providers = FuzzTarget(name: "providers") {
        [
            """
            STT_URL=https://host/v1
            STT_KIND=deepgram
            STT_MODEL=nova-3
            STT_TIMEOUT_MS=3000
            TTS_2_KIND=piper
            TTS_RATE=24000
            LLM_URL=http://127.0.0.1:8080/v1
            LLM_KEY=secret
            """
        ].map { Array($0.utf8) }
    } feed: { input in
        var environment: [String: String] = [:]
        for line in String(decoding: input, as: UTF8.self).split(separator: "\n") {
            let parts = line.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            environment["PARLEY_\(parts[0])"] = parts.count > 1 ? String(parts[1]) : ""
        }
        let settings = ProviderSettings(environment)
        for kind in ["STT", "TTS", "LLM"] {
            for block in (try? settings.blocks(of: kind)) ?? [] {
                let provider = try? settings.provider(block, model: "usual", timeout: .seconds(5))
                if let provider { check(provider) }
                _ = try? settings.rate(block)
            }
        }
    }

    private static func check(_ provider: Provider) {
        precondition(!provider.url.contains("@") && !provider.url.contains("?"), "a secret may be in an address")
        precondition((.milliseconds(1)...(.seconds(600))).contains(provider.timeout), "nobody waits so long")
        _ = provider.request("audio/speech", body: [], contentType: "application/json")
    }
}
