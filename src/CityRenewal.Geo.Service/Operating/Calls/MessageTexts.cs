using System.Collections;
using Google.Protobuf;
using Google.Protobuf.Reflection;

namespace CityRenewal.Geo.Service.Operating.Calls;

/// <summary>All texts of a message, with the fields that they stand in.</summary>
internal static class MessageTexts
{
    /// <summary>The texts, in the order of the fields.</summary>
    public static IEnumerable<(FieldDescriptor Field, string Value)> Of(IMessage message)
    {
        foreach (var field in message.Descriptor.Fields.InDeclarationOrder())
        {
            if (field.FieldType is not (FieldType.String or FieldType.Message))
            {
                continue;
            }

            foreach (var value in Values(field, field.Accessor.GetValue(message)))
            {
                switch (value)
                {
                    case string text:
                        yield return (field, text);
                        break;
                    case IMessage inner:
                        foreach (var found in Of(inner))
                        {
                            yield return found;
                        }

                        break;
                    default:
                        break;
                }
            }
        }
    }

    private static IEnumerable<object> Values(FieldDescriptor field, object? value) => value switch
    {
        null => [],
        IDictionary pairs => pairs.Keys.Cast<object>().Concat(pairs.Values.Cast<object>()),
        IList list when field.IsRepeated => list.Cast<object>(),
        _ => [value],
    };
}
