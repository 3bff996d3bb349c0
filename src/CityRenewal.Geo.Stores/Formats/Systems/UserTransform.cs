using CityRenewal.Geo.Land;
using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Stores.Formats;

/// <summary>
/// A transformation that the user gives for layers on an old datum or in a local system. Its parameters may not be published:
/// they are used in memory, and no message, note, log or city file holds any of them.
/// </summary>
internal sealed class UserTransform
{
    /// <summary>All that a city keeps of it.</summary>
    public const string Note = "a transformation given by the user was used";

    /// <summary>EPSG code of the layers it is for, 0 for a declared local system; null where it is for all of a datum.</summary>
    public int? From { get; init; }

    /// <summary>The datum it is for; null for a declared local system.</summary>
    public ChineseDatum? Datum { get; init; }

    /// <summary>EPSG code of what it leads to.</summary>
    public required int To { get; init; }

    /// <summary>Seven parameters; null where four are given.</summary>
    public HelmertShift? Helmert { get; init; }

    /// <summary>Four parameters; null where seven are given.</summary>
    public PlanarShift? Planar { get; init; }

    /// <summary>Reads a transformation from disk.</summary>
    /// <exception cref="StoreException">All that is wrong with it, by line, without its numbers.</exception>
    public static UserTransform Open(string path) => UserTransformReader.Open(path);

    /// <summary>Whether it is for layers of that code.</summary>
    public bool IsFor(int epsg) =>
        From == epsg || (From is null && ChineseSystems.DatumOf(epsg) is { } datum && datum == Datum);

    /// <summary>Whether it is for layers in that system.</summary>
    public bool IsFor(OldSystem old) => From is { } code
        ? code != ReferenceSystems.Local && old.Datum == Datum && old.System is not null && ChineseSystems.Find(code) is { } meant && meant.HasProjectionOf(old.System)
        : old.Datum == Datum && old.System is not null;

    /// <summary>The layer in the system that it leads to; the places of its defects go along.</summary>
    public SystemFinding Applied(DeliveredLayer layer, ReferenceSystem? from)
    {
        var shapes = layer.Shapes;
        var (x, y) = Apply(shapes.X, shapes.Y, from);
        var (placesX, placesY) = Apply([.. layer.Defects.Select(defect => defect.X)], [.. layer.Defects.Select(defect => defect.Y)], from);
        var moved = layer with
        {
            Shapes = shapes.WithCoordinates(x, y),
            Defects = [.. layer.Defects.Select((defect, i) => defect with { X = placesX[i], Y = placesY[i] })],
            OriginNote = Note,
        };
        return new SystemFinding(moved, To, Note);
    }

    private (double[] X, double[] Y) Apply(double[] x, double[] y, ReferenceSystem? from)
    {
        double[] movedX = new double[x.Length], movedY = new double[x.Length];
        if (Planar is { } planar)
        {
            Parallel.For(0, x.Length, i => (movedX[i], movedY[i]) = planar.Apply(x[i], y[i]));
            return (movedX, movedY);
        }

        LonLat.From(from!).Of(x, y, movedX, movedY);
        Parallel.For(0, x.Length, i => (movedX[i], movedY[i]) = Helmert!.Apply(movedX[i], movedY[i], from!.Ellipsoid, Ellipsoid.Grs80));
        return (movedX, movedY);
    }
}
