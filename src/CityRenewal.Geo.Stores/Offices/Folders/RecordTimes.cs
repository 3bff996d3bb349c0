using System.Globalization;

namespace CityRenewal.Geo.Stores.Offices.Folders;

/// <summary>Times as the records keep them: UTC to the millisecond, so that they sort as texts.</summary>
internal static class RecordTimes
{
    private const string Form = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";

    internal static string Write(DateTimeOffset time) => time.UtcDateTime.ToString(Form, CultureInfo.InvariantCulture);

    internal static DateTimeOffset Read(string text) =>
        DateTimeOffset.ParseExact(text, Form, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
}
