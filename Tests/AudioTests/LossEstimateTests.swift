import Audio
import Testing

@Suite("Expected loss")
struct LossEstimateTests {
    @Test("a worse report counts at once, better ones slowly")
    func asymmetry() {
        var estimate = LossEstimate()
        #expect(estimate.note(0.1) == 10)
        #expect(estimate.note(0) == 8)
        var reports = 0
        while estimate.percent > 0, reports < 100 {
            _ = estimate.note(0)
            reports += 1
        }
        #expect((5...20).contains(reports))
    }

    @Test(
        "small changes are not passed on, and what cannot be is bounded", arguments: [(0.01, nil), (2, 30), (-1, nil)])
    func bounds(fraction: Double, told: Int?) {
        var estimate = LossEstimate()
        #expect(estimate.note(fraction) == told)
    }

    @Test("an encoder told of losses carries copies: its packets survive what others do not")
    func encoder() throws {
        let voice = try Fixtures.voice("loc2-fe-slt.wav").samples
        var encoder = try OpusEncoder(.init(rate: 16_000))
        var estimate = LossEstimate()
        func sizes() throws -> Int {
            try stride(from: 0, to: voice.count - 319, by: 320).reduce(0) {
                $0 + (try encoder.encode(Array(voice[$1..<($1 + 320)]))).count
            }
        }
        let before = try sizes()
        if let percent = estimate.note(0.2) { try encoder.expectLoss(percent: percent) }
        #expect(try sizes() != before)
    }
}
