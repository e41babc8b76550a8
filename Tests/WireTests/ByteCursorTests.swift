import Testing
import Wire

@Suite("Reading and writing bytes") struct ByteCursorTests {
    @Test("integers are read as they were written, most significant byte first")
    func roundTrip() {
        var writer = ByteWriter()
        writer.write(UInt8(1))
        writer.write(UInt16(0x0203))
        writer.writeUInt24(0x0004_0506)
        writer.write(UInt32(0x0708_090A))
        writer.write(UInt64(0x0B0C_0D0E_0F10_1112))
        #expect(writer.bytes == Array(1...18))
        var reader = ByteReader(writer.bytes)
        #expect(reader.readUInt8() == 1)
        #expect(reader.readUInt16() == 0x0203)
        #expect(reader.readUInt24() == 0x0004_0506)
        #expect(reader.readUInt32() == 0x0708_090A)
        #expect(reader.readUInt64() == 0x0B0C_0D0E_0F10_1112)
        #expect(reader.isAtEnd)
    }

    @Test("a read beyond the end is nil and moves nothing", arguments: 0..<8)
    func beyondEnd(_ count: Int) {
        var reader = ByteReader(Array(repeating: 9, count: count)[...])
        #expect(reader.readUInt64() == nil)
        #expect(reader.read(count + 1) == nil)
        #expect(reader.read(-1) == nil)
        #expect(reader.remaining == count)
        #expect(reader.readRest().count == count)
        #expect(reader.readUInt8() == nil)
    }

    @Test("padding reaches the next multiple and a length can be filled in later")
    func padding() {
        var writer = ByteWriter()
        writer.write([1, 2, 3, 4, 5] as [UInt8])
        writer.pad(to: 4)
        writer.pad(to: 4)
        writer.replaceUInt16(at: 1, with: 0xABCD)
        #expect(writer.bytes == [1, 0xAB, 0xCD, 4, 5, 0, 0, 0])
    }

    @Test("an address is its bytes and back", arguments: ["10.1.2.3", "2001:db8::9", "::"])
    func addressBytes(_ text: String) throws {
        let address = try #require(IPAddress(text))
        #expect(IPAddress(bytes: address.bytes) == address)
        #expect(IPAddress(bytes: address.bytes.dropLast()) == nil)
    }
}
