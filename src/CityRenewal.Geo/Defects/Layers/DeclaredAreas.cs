using CityRenewal.Geo.Land;

namespace CityRenewal.Geo.Defects;

/// <summary>
/// Declared areas against the outlines: planar in the delivered zone, and on the ellipsoid. Registers mean one or the other;
/// which of them the layer means is printed, and a parcel is named only where neither fits.
/// </summary>
internal static class DeclaredAreas
{
    private const double Fits = 0.001;
    private const double Mismatch = 0.05;
    private const double LeastDifference = 10;

    /// <summary>Above this share nobody measured badly: it is another unit, another parcel, or a slip.</summary>
    private const double Gross = 0.3;

    /// <summary>Findings on parcels, and what is told of the layer.</summary>
    public static (List<CityFinding> Findings, List<Defect> OfLayer) Of(City city, IReadOnlyList<SourceLayer> layers, bool[]? spoilt)
    {
        var planar = PlanarAreas.Of(city, layers);
        var scales = planar?.Scales();
        var findings = new List<CityFinding>();
        int compared = 0, fitsPlanar = 0, fitsEllipsoid = 0;
        for (var row = 0; row < city.Parcels.Count; row++)
        {
            double declared = city.Parcels.DeclaredAreas[row], legal = city.Parcels.LegalAreas[row];
            if (!(declared > 0) || !(legal > 0) || spoilt?[row] == true)
            {
                continue;
            }

            compared++;
            var zone = planar is null ? double.NaN : legal * scales![row];
            fitsPlanar += Math.Abs(declared - zone) <= Math.Max(Rounding(declared), Fits * zone) ? 1 : 0;
            fitsEllipsoid += Math.Abs(declared - legal) <= Math.Max(Rounding(declared), Fits * legal) ? 1 : 0;
            if (Math.Abs(declared - legal) > Math.Max(LeastDifference, Mismatch * legal))
            {
                findings.Add(new CityFinding(AttributeDefects.AreaMismatch, LayerNames.Parcels, row, Detail(declared, legal))
                {
                    Severity = Math.Abs(declared - legal) > Gross * legal ? Severity.Warning : Severity.Note,
                });
            }
        }

        List<Defect> ofLayer = [];
        if (compared > 0)
        {
            ofLayer.Add(LayerDefects.DeclaredAreaBasis.At(FeaturePlace.WholeLayer(LayerNames.Parcels), BasisOf(compared, fitsPlanar, fitsEllipsoid, planar)));
        }

        return (findings, ofLayer);
    }

    // Half of the last digit that people keep: an area given in whole square metres fits by 0.5 m².
    private static double Rounding(double declared) => declared == Math.Floor(declared) ? 0.5 : 0.06;

    private static string BasisOf(int compared, int fitsPlanar, int fitsEllipsoid, PlanarAreas? planar)
    {
        var zone = planar is null ? "no planar zone" : FormattableString.Invariant($"planar {100.0 * fitsPlanar / compared:0.#} %");
        var better = planar is not null && fitsPlanar > fitsEllipsoid ? "planar zone area 平面面积"
            : fitsEllipsoid > fitsPlanar || planar is null ? "ellipsoidal area 椭球面积" : "both alike 两者相当";
        return FormattableString.Invariant(
            $"of {compared:N0} parcels within 0.1 %: {zone}, ellipsoid {100.0 * fitsEllipsoid / compared:0.#} %; matched: {better}");
    }

    private static string Detail(double declared, double legal)
    {
        var ratio = legal / declared;
        var unit = Math.Abs((ratio / 10_000) - 1) < 0.05 ? "; it looks like hectares"
            : Math.Abs((ratio / (10_000 / 15.0)) - 1) < 0.05 ? "; it looks like mu 亩"
            : Math.Abs((ratio / 1_000_000) - 1) < 0.05 ? "; it looks like km²" : "";
        return FormattableString.Invariant($"{declared:0.##} m² declared, {legal:0.##} m² on the ellipsoid{unit}");
    }
}
