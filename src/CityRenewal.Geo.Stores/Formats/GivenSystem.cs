namespace CityRenewal.Geo.Stores.Formats;

/// <summary>The reference system that the user gives for a layer: for its file, else in the mapping, else for all that say none.</summary>
internal static class GivenSystem
{
    /// <summary>EPSG code; null where none is given.</summary>
    public static int? Of(ImportRequest request, DeliveredLayer delivered, int? mapped)
    {
        string[] names = [delivered.File, $"{delivered.File}/{delivered.Name}"];
        var byFile = request.ReferenceSystems.LastOrDefault(given => given.File is { } file && names.Contains(Path.GetFileName(file), StringComparer.OrdinalIgnoreCase))
            ?? request.ReferenceSystems.LastOrDefault(given => given.File is { } file && names.Contains(file, StringComparer.OrdinalIgnoreCase));
        var saysNothing = delivered.Clue == ReferenceSystemClue.None;
        return byFile?.Epsg ?? mapped
            ?? (saysNothing ? request.ReferenceSystems.LastOrDefault(given => given.File is null)?.Epsg : null);
    }
}
