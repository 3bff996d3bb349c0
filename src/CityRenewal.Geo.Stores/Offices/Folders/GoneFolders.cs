namespace CityRenewal.Geo.Stores.Offices.Folders;

/// <summary>Folders of cities that were removed: they lose their name first, so that a city is there whole or not at all.</summary>
internal static class GoneFolders
{
    private const string Mark = ".gone.";

    /// <summary>The name that a city's folder takes when the city is removed.</summary>
    internal static string NameFor(string folder) =>
        Path.Combine(Path.GetDirectoryName(folder)!, $"{Mark}{Path.GetFileName(folder)}.{Path.GetRandomFileName()}");

    /// <summary>Ends what a stopped process began to remove.</summary>
    internal static void Sweep(string cities, RecordFile records)
    {
        foreach (var gone in Directory.EnumerateDirectories(cities, Mark + "*"))
        {
            var city = Path.GetFileName(gone)[Mark.Length..].Split('.')[0];
            if (!Directory.Exists(Path.Combine(cities, city)))
            {
                records.DropPlansOf(city);
            }

            Directory.Delete(gone, recursive: true);
        }
    }
}
