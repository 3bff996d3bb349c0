namespace CityRenewal.Geo.Stores.Formats;

/// <summary>Reads a layer whose first coordinate is north: the places of its defects go along.</summary>
internal static class SwappedAxes
{
    public static DeliveredLayer Of(DeliveredLayer layer) => layer with
    {
        Shapes = layer.Shapes.WithSwappedAxes(),
        Defects = [.. layer.Defects.Select(defect => defect with { X = defect.Y, Y = defect.X })],
    };
}
