import Testing
import Wire

@Suite("CRC-32") struct CRC32Tests {
    @Test("the check value of the polynomial")
    func checkValue() {
        #expect(CRC32.checksum("123456789".utf8) == 0xCBF4_3926)
        #expect(CRC32.checksum([]) == 0)
    }
}
