namespace CityRenewal.Geo.Reports.Office;

/// <summary>The templates that come with the program (参考样式), for whoever has none of an office.</summary>
public static class SampleTemplates
{
    /// <summary>A Word template.</summary>
    public static byte[] Docx() => Read("report.docx");

    /// <summary>A workbook template.</summary>
    public static byte[] Xlsx() => Read("report.xlsx");

    private static byte[] Read(string name)
    {
        using var stream = typeof(SampleTemplates).Assembly.GetManifestResourceStream($"CityRenewal.Geo.Reports.{name}")!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
