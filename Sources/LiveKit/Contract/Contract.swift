// # Contract
//
// What is said between LiveKit clients, workers and servers: messages generated from `Protos/*.proto` into `Generated/`
// (by `Scripts/generate-contract`; the result is committed, so that building needs no protoc), and the identifiers that
// stand in them.
//
// | file | holds |
// | --- | --- |
// | models | rooms, participants, tracks, client and server descriptions, reasons |
// | signal, join | `/rtc` and `/rtc/v1`: `Livekit_SignalRequest`, `Livekit_SignalResponse`, the join request |
// | data | `Livekit_DataPacket` and its bodies: user data, streams, RPC, chat, transcription |
// | agent, agent_dispatch | `/agent`: jobs and workers; asking for an agent |
// | room_service, webhook | the HTTP API's requests and answers; webhook bodies |
//
// *Assumes* proto3 and the package `livekit`, whose field numbers are the protocol's own. *Out of scope*: video layers
// beyond what must be carried, data tracks, egress, ingress, SIP, metrics.
//
// Laws:
// 1. What is not known is kept as unknown fields, ignored, and written again when the message is.
// 2. No input traps: decoding throws, and a message cut short is either an error or a shorter message.
