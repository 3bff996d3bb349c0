"""Calls a running service as a GIS script would: with Debian's grpcio and nothing generated beforehand.

usage: call_service.py HOST:PORT DESCRIPTOR_SET CITY
Prints one JSON object that the test compares with what the C# client got.
"""
import json
import struct
import sys

import grpc
from google.protobuf import descriptor_pb2, descriptor_pool, message_factory

PACKAGE = "cityrenewal.geo.v1"


def load(path):
    """Message classes by name, from a descriptor set that protoc made."""
    files = descriptor_pb2.FileDescriptorSet()
    with open(path, "rb") as source:
        files.ParseFromString(source.read())
    pool = descriptor_pool.DescriptorPool()
    for file in files.file:
        pool.Add(file)
    factory = message_factory.MessageFactory(pool)
    return lambda name: factory.GetPrototype(pool.FindMessageTypeByName(f"{PACKAGE}.{name}"))


def square(west, south, side):
    """A square as well-known binary, little endian."""
    ring = [(west, south), (west + side, south), (west + side, south + side), (west, south + side), (west, south)]
    return struct.pack("<BIII", 1, 3, 1, len(ring)) + b"".join(struct.pack("<dd", *point) for point in ring)


def measure(channel, message):
    request = message("MeasureOutlinesRequest")(epsg_code=4545)
    request.outlines.add(id="square", wkb=square(362000, 3271000, 500))
    call = channel.unary_unary(
        f"/{PACKAGE}.Outlines/MeasureOutlines",
        request_serializer=lambda r: r.SerializeToString(),
        response_deserializer=message("MeasureOutlinesResponse").FromString)
    outline = call(request, timeout=60).outlines[0]
    return {
        "legal_area_m2": outline.legal_area_m2,
        "area_m2": outline.area_m2,
        "measures": {m.name: (m.value if m.HasField("value") else None) for m in outline.measures},
    }


def refusal(channel, message):
    """What a careless request gets back: every problem, by field."""
    request = message("MeasureOutlinesRequest")()
    request.outlines.add(id="a", wkb=b"not wkb")
    request.outlines.add(id="a", wkb=b"")
    call = channel.unary_unary(
        f"/{PACKAGE}.Outlines/MeasureOutlines",
        request_serializer=lambda r: r.SerializeToString(),
        response_deserializer=message("MeasureOutlinesResponse").FromString)
    try:
        call(request, timeout=60)
    except grpc.RpcError as error:
        return {"code": error.code().name, "message": error.details()}
    return {"code": "OK", "message": ""}


def propose(channel, message, city):
    call = channel.unary_stream(
        f"/{PACKAGE}.Plans/WatchProposal",
        request_serializer=lambda r: r.SerializeToString(),
        response_deserializer=message("WatchProposalResponse").FromString)
    progress, plan = 0, None
    for event in call(message("WatchProposalRequest")(city=f"cities/{city}"), timeout=300):
        if event.WhichOneof("event") == "progress":
            progress += 1
        else:
            plan = event.plan
    return {
        "progress_messages": progress,
        "objective": plan.objective,
        "bound": plan.bound,
        "areas": [{"id": a.id, "net_area_m2": a.net_area_m2, "parcels": list(a.parcels)} for a in plan.areas],
    }


def main():
    address, descriptors, city = sys.argv[1:4]
    message = load(descriptors)
    options = [("grpc.max_receive_message_length", 256 << 20)]
    with grpc.insecure_channel(address, options=options) as channel:
        print(json.dumps({
            "measure": measure(channel, message),
            "refusal": refusal(channel, message),
            "propose": propose(channel, message, city),
        }))


if __name__ == "__main__":
    main()
