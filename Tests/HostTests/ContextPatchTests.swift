import Conversation
import Dealership
import Document
import FoundationEssentials
import Testing

@Suite("Corrections obey the rules of the house")
struct ContextPatchTests {
    private func state(_ fields: JSON) throws -> DialogueState {
        let zone = try #require(TimeZone(secondsFromGMT: 0))
        var state = DialogueState(
            conversation: ConversationState(sessionID: "sess_a", createdAt: Setting.start),
            memory: DialogueMemory(speaksAtOnce: true))
        state.conversation.bookingSlots.customerEmail = "old@example.com"
        state.memory.question = .confirmation
        let patch = ContextPatch(
            fields, in: .dealership(timeZone: zone), at: LocalTime(Setting.start, in: zone))
        return try patch.applied(to: state)
    }

    @Test("what is valid is taken as a caller's own words would be")
    func taken() throws {
        let state = try state([
            "booking_slots": [
                "appointment_type": "service", "service_type": "oil change", "preferred_date": "2026-05-05",
                "preferred_time": "09:30", "customer_name": "maria garcia", "customer_phone": "(512) 555-0199",
                "customer_email": nil,
            ],
            "customer": ["name": "maria garcia"],
        ])
        let slots = state.conversation.bookingSlots
        #expect(slots.serviceType == "Oil Change")
        #expect(slots.preferredDate == "2026-05-05")
        #expect(slots.preferredTime == "09:30")
        #expect(slots.customerName == "Maria Garcia")
        #expect(slots.customerPhone == "5125550199")
        #expect(slots.customerEmail == nil)
        #expect(state.conversation.customer.name == "Maria Garcia")
        #expect(state.memory.question == nil)
    }

    @Test(
        "what is not is refused, and says where and why",
        arguments: [
            ("[]", "context", "malformed"), ("{}", "context", "malformed"), (#"{"x": {}}"#, "x", "unknown"),
            (#"{"customer": 1}"#, "customer", "malformed"), (#"{"customer": {"x": "y"}}"#, "customer.x", "unknown"),
            (#"{"customer": {"phone": "12"}}"#, "customer.phone", "malformed"),
            (#"{"customer": {"email": "a@b"}}"#, "customer.email", "malformed"),
            (#"{"customer": {"name": "42"}}"#, "customer.name", "malformed"),
            (#"{"booking_slots": {"preferred_date": "2026-05-03"}}"#, "booking_slots.preferred_date", "past"),
            (#"{"booking_slots": {"preferred_date": "2026-05-10"}}"#, "booking_slots.preferred_date", "closed"),
            (#"{"booking_slots": {"preferred_date": "2036-05-05"}}"#, "booking_slots.preferred_date", "too-far"),
            (#"{"booking_slots": {"preferred_date": "soon"}}"#, "booking_slots.preferred_date", "malformed"),
            (#"{"booking_slots": {"service_type": "Haircut"}}"#, "booking_slots.service_type", "not-offered"),
            (#"{"booking_slots": {"appointment_type": "party"}}"#, "booking_slots.appointment_type", "malformed"),
            (
                #"{"booking_slots": {"preferred_date": "2026-05-05", "preferred_time": "03:00"}}"#,
                "booking_slots.preferred_time", "closed"
            ),
            (
                #"{"booking_slots": {"preferred_date": "2026-05-04", "preferred_time": "09:00"}}"#,
                "booking_slots.preferred_time", "past"
            ),
        ])
    func refused(text: String, path: String, reason: String) throws {
        let fields = try JSON(parsing: text)
        let fault = #expect(throws: ContextFault.self) { try state(fields) }
        #expect(fault?.path == path)
        #expect(fault?.reason == reason)
    }
}
