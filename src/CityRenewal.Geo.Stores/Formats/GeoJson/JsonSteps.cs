using System.Text.Json;

namespace CityRenewal.Geo.Stores.Formats;

/// <summary>Steps through JSON that is expected to be whole, in words of this project where it is not.</summary>
internal static class JsonSteps
{
    /// <summary>Goes to the next token.</summary>
    public static void Read(ref Utf8JsonReader reader)
    {
        if (!reader.Read())
        {
            throw new JsonException("the file ends in the middle");
        }
    }

    /// <summary>Goes to the next member of an object; false at its end.</summary>
    public static bool NextMember(ref Utf8JsonReader reader)
    {
        Read(ref reader);
        return reader.TokenType == JsonTokenType.PropertyName;
    }

    /// <summary>Reads the value of a member; empty where it is no text.</summary>
    public static string TextValue(ref Utf8JsonReader reader)
    {
        Read(ref reader);
        if (reader.TokenType == JsonTokenType.String)
        {
            return reader.GetString()!;
        }

        reader.Skip();
        return "";
    }

    /// <summary>Passes over the value of a member.</summary>
    public static void SkipValue(ref Utf8JsonReader reader)
    {
        Read(ref reader);
        reader.Skip();
    }

    /// <summary>Refuses a token of another kind.</summary>
    public static void Expect(ref Utf8JsonReader reader, JsonTokenType type, string what)
    {
        if (reader.TokenType != type)
        {
            throw new JsonException($"here should be {what}, not {reader.TokenType}");
        }
    }
}
