import Conversation
import Dealership
import Pack
import Testing

@Suite struct ToolTests {
    @Test("the tools a pack can name are those the conversation asks, and update_booking, which never leaves it")
    func known() throws {
        let day = Day(number: 20_577)
        let nine = try #require(TimeOfDay(hour: 9))
        let order = BookingOrder(
            callID: "1", type: .service, subject: "a", day: day, time: nine, customerName: "b", customerPhone: "5551234"
        )
        let change = AppointmentChange(callID: "1", appointment: 1, customerPhone: "5551234")
        let requests: [ToolRequest] = [
            .searchFAQ(query: "", category: nil), .listServices(name: nil), .searchInventory(InventoryQuery()),
            .getCustomer(phone: ""), .checkAvailability(AvailabilityQuery(day: day, type: .service, subject: "a")),
            .bookAppointment(order), .bookTestDrive(order), .reschedule(change), .cancel(change),
        ]
        var known = PackTool.known
        #expect(known.removeValue(forKey: "update_booking") == false)
        #expect(known == Dictionary(uniqueKeysWithValues: requests.map { ($0.name, $0.isWriting) }))
    }

    @Test("the dealership lists each of them once")
    func shipped() {
        #expect(BusinessPack.dealership.tools.map(\.name).sorted() == PackTool.known.keys.sorted())
    }
}
