import Delivery
import Foundation
import Store
import Testing

@Suite("The schedule of deliveries")
struct ScheduleTests {
    private let now = Date(timeIntervalSince1970: 1_000_000)

    private func delivery(attempts: Int = 0) -> WebhookDelivery {
        WebhookDelivery(
            id: "dlv_a", endpoint: "whk_a", workspace: "ws", event: "evt_a", session: "s", type: "ping", body: "{}",
            createdAt: now, attempts: attempts)
    }

    @Test("pauses grow from five seconds to ten hours, then the delivery is given up")
    func growing() {
        var current = delivery()
        var pauses: [TimeInterval] = []
        while current.status == .pending {
            current = DeliverySchedule().settled(current, .failed("refused"), now: now, chance: 0.5).delivery
            if current.status == .pending { pauses.append(current.nextAt.timeIntervalSince(now)) }
        }
        #expect(pauses == [5, 30, 300, 1800, 7200, 18_000, 36_000])
        #expect(current.attempts == 8)
        #expect(current.status == .dead)
    }

    @Test("a pause varies by a fifth either way", arguments: [(0.0, 4.0), (0.5, 5.0), (0.9999, 6.0)])
    func jitter(chance: Double, expected: TimeInterval) {
        let settled = DeliverySchedule().settled(delivery(), .answered(status: 500), now: now, chance: chance)
        #expect(abs(settled.delivery.nextAt.timeIntervalSince(now) - expected) < 0.01)
    }

    @Test("what a server says decides", arguments: 100...599)
    func answers(status: Int) {
        let settled = DeliverySchedule().settled(delivery(), .answered(status: status), now: now, chance: 0.5)
        let expected: WebhookDelivery.Status =
            switch status {
            case 200...299: .delivered
            case 408, 425, 429, 100...199, 500...599: .pending
            default: .dead
            }
        #expect(settled.delivery.status == expected)
        #expect(settled.disablesEndpoint == (status == 410))
    }
}
