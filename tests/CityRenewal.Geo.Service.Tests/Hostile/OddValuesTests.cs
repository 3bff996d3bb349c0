using System.Collections;
using CsCheck;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Grpc.Core;

namespace CityRenewal.Geo.Service.Tests.Hostile;

/// <summary>Messages that are well formed and hold what nobody expects in any of their fields.</summary>
public class OddValuesTests
{
    private static readonly string[] Texts =
    [
        "", "cities/sample", "cities/sample/plans/none", "rulePacks/chongqing-2025", "operations/x", "sample", "A001", "../x", "'--", "\u0000", "片区", new string('a', 300), "lambda", "1e9", "{}", "- a: b",
    ];

    private static readonly double[] Numbers = [0, 1, -1, 0.5, 1e300, -1e300, double.NaN, double.PositiveInfinity, double.Epsilon, 4545, 1e9];
    private static readonly long[] Whole = [0, 1, -1, int.MaxValue, int.MinValue, 4545, 4490, 100, 2026];

    private static readonly MethodDescriptor[] Methods =
        [.. RawCalls.Methods.Where(method => method.Service.FullName.StartsWith("cityrenewal", StringComparison.Ordinal) && !method.Name.StartsWith("Watch", StringComparison.Ordinal))];

    [Fact]
    public async Task Odd_values_in_any_field_of_any_call_are_answered_or_refused_but_are_no_fault_of_the_service()
    {
        await using var service = await StartedService.OnAsync();
        await Gen.Select(Gen.Int[0, Methods.Length - 1], Gen.Int).SampleAsync(async (method, seed) =>
        {
            var request = Filled(Methods[method].InputType, new Random(seed), depth: 0);
            var status = await RawCalls.CallAsync(service.Channel.CreateCallInvoker(), Methods[method], request.ToByteArray());
            Assert.True(status.StatusCode is not (StatusCode.Internal or StatusCode.Unknown or StatusCode.Unavailable or StatusCode.DeadlineExceeded), $"{Methods[method].Name}: {status}\n{request}");
        }, iter: 600, threads: 2);
    }

    private static IMessage Filled(MessageDescriptor type, Random random, int depth)
    {
        var message = type.Parser.ParseFrom([]);
        foreach (var field in type.Fields.InDeclarationOrder().Where(field => !field.IsMap && random.NextDouble() < 0.6))
        {
            if (field.Name == "validate_only")
            {
                // Whether work that is begun ends well is another question.
                field.Accessor.SetValue(message, true);
            }
            else if (field.IsRepeated && field.Accessor.GetValue(message) is IList list)
            {
                for (var i = random.Next(3); i > 0 && Value(field, random, depth) is { } one; i--)
                {
                    list.Add(one);
                }
            }
            else if (Value(field, random, depth) is { } value)
            {
                field.Accessor.SetValue(message, value);
            }
        }

        return message;
    }

    private static object? Value(FieldDescriptor field, Random random, int depth) => field.FieldType switch
    {
        FieldType.String => Texts[random.Next(Texts.Length)],
        FieldType.Double => Numbers[random.Next(Numbers.Length)],
        FieldType.Float => (float)Numbers[random.Next(Numbers.Length)],
        FieldType.Int32 or FieldType.SInt32 or FieldType.SFixed32 => (int)Whole[random.Next(Whole.Length)],
        FieldType.Int64 or FieldType.SInt64 or FieldType.SFixed64 => Whole[random.Next(Whole.Length)],
        FieldType.UInt32 or FieldType.Fixed32 => (uint)random.Next(),
        FieldType.UInt64 or FieldType.Fixed64 => (ulong)random.NextInt64(),
        FieldType.Bool => random.Next(2) == 0,
        FieldType.Bytes => ByteString.CopyFrom(Enumerable.Range(0, random.Next(40)).Select(_ => (byte)random.Next(256)).ToArray()),
        FieldType.Enum => Enum.ToObject(field.EnumType.ClrType, random.Next(6)),
        FieldType.Message when depth < 3 && field.MessageType.Parser is not null => Inner(field, random, depth),
        _ => null,
    };

    // Wrapped numbers are given to C# without their wrapper.
    private static object? Inner(FieldDescriptor field, Random random, int depth) =>
        field.MessageType.File.Name == "google/protobuf/wrappers.proto" ? null : Filled(field.MessageType, random, depth + 1);
}
