using System.Collections;
using System.Collections.Concurrent;
using Google.Protobuf;
using Google.Protobuf.Reflection;

namespace CityRenewal.Geo.Service.Operating.Limits;

/// <summary>Finds the geometries of a message: its fields of bytes that are called `wkb` or end so.</summary>
internal static class GeometryFields
{
    private static readonly ConcurrentDictionary<MessageDescriptor, FieldDescriptor[]> Leading = new();

    /// <summary>Whether all geometries of a message are as asked; stops at the first that is not.</summary>
    public static bool All(IMessage message, Func<ByteString, bool> isFine)
    {
        foreach (var field in Leading.GetOrAdd(message.Descriptor, type => LeadingOf(type)))
        {
            var value = field.Accessor.GetValue(message);
            if (!field.IsRepeated)
            {
                if (value is not null && !IsFine(value, isFine))
                {
                    return false;
                }

                continue;
            }

            var values = (IList)value;
            for (var row = 0; row < values.Count; row++)
            {
                if (!IsFine(values[row]!, isFine))
                {
                    return false;
                }
            }
        }

        return true;
    }

    private static bool IsFine(object value, Func<ByteString, bool> isFine) => value is ByteString wkb ? isFine(wkb) : All((IMessage)value, isFine);

    /// <summary>The geometries of a message with the paths of their fields.</summary>
    public static IEnumerable<(string Field, ByteString Wkb)> Of(IMessage message, string path = "")
    {
        foreach (var field in Leading.GetOrAdd(message.Descriptor, type => LeadingOf(type)))
        {
            var (value, name) = (field.Accessor.GetValue(message), path + field.Name);
            var values = field.IsRepeated ? ((IList)value).Cast<object>() : value is null ? [] : [value];
            var row = 0;
            foreach (var one in values)
            {
                var at = field.IsRepeated ? $"{name}[{row++}]" : name;
                if (one is ByteString wkb)
                {
                    yield return (at, wkb);
                    continue;
                }

                foreach (var found in Of((IMessage)one, at + "."))
                {
                    yield return found;
                }
            }
        }
    }

    // Fields that are geometries or lead to some; a message without any costs one look-up.
    private static FieldDescriptor[] LeadingOf(MessageDescriptor type, params MessageDescriptor[] above) =>
        [.. type.Fields.InDeclarationOrder().Where(field => !field.IsMap && (IsGeometry(field)
            || (field.FieldType == FieldType.Message && field.MessageType != type && !above.Contains(field.MessageType)
                && LeadingOf(field.MessageType, [.. above, type]).Length > 0)))];

    private static bool IsGeometry(FieldDescriptor field) =>
        field.FieldType == FieldType.Bytes && (field.Name == "wkb" || field.Name.EndsWith("_wkb", StringComparison.Ordinal));
}
