namespace CityRenewal.Geo.Fabric;

/// <summary>
/// The area ledger (面积台账) of the study area: every square metre is parcel, street, water, void or overlap, and the sum
/// is the study area. Twice-areas are exact integers in square grid units; metres follow from them.
/// </summary>
public sealed record AreaLedger
{
    /// <summary>Where the study area comes from.</summary>
    public required StudyAreaSource Source { get; init; }

    /// <summary>m² of one half square grid unit: turns a twice-area into square metres.</summary>
    public required double SquareMetresPerTwiceUnit { get; init; }

    /// <summary>Twice the area inside the noded rings of the study area, by their own shoelace sum.</summary>
    public required Int128 TwiceStudyArea { get; init; }

    /// <summary>Twice the area of faces covered by one parcel, inside the study area.</summary>
    public required Int128 TwiceParcels { get; init; }

    /// <summary>Twice the area of street faces.</summary>
    public required Int128 TwiceStreets { get; init; }

    /// <summary>Twice the area of water faces.</summary>
    public required Int128 TwiceWater { get; init; }

    /// <summary>Twice the area of void faces.</summary>
    public required Int128 TwiceVoids { get; init; }

    /// <summary>Twice the area of faces covered by several parcels.</summary>
    public required Int128 TwiceOverlaps { get; init; }

    /// <summary>Twice the area of parcel and overlap faces outside the study area; not part of the sum.</summary>
    public required Int128 TwiceParcelsOutside { get; init; }

    /// <summary>Twice the area that noding (rounding crossings to the grid) added to the delivered study area.</summary>
    public required Int128 TwiceNodingGain { get; init; }

    /// <summary>Area of the study area on the ellipsoid, m²; NaN on a declared local plane, which has none.</summary>
    public required double EllipsoidalM2 { get; init; }

    /// <summary>m² that snapping gave to parcels, summed over all parcels.</summary>
    public required double GainedM2 { get; init; }

    /// <summary>m² that snapping took from parcels, summed over all parcels.</summary>
    public required double LostM2 { get; init; }

    /// <summary>Number of parcels that share land with another one.</summary>
    public required int OverlappingParcels { get; init; }

    /// <summary>What the classes do not explain, in half square grid units: 0, always.</summary>
    public Int128 TwiceResidual =>
        TwiceStudyArea - TwiceParcels - TwiceStreets - TwiceWater - TwiceVoids - TwiceOverlaps;

    /// <summary>Study area on the plane, m².</summary>
    public double StudyAreaM2 => SquareMetres(TwiceStudyArea);

    /// <summary>Land of single parcels, m².</summary>
    public double ParcelsM2 => SquareMetres(TwiceParcels);

    /// <summary>Streets and other open land of the network, m².</summary>
    public double StreetsM2 => SquareMetres(TwiceStreets);

    /// <summary>Water, m².</summary>
    public double WaterM2 => SquareMetres(TwiceWater);

    /// <summary>Voids, m².</summary>
    public double VoidsM2 => SquareMetres(TwiceVoids);

    /// <summary>Land claimed by several parcels, m².</summary>
    public double OverlapsM2 => SquareMetres(TwiceOverlaps);

    /// <summary>Parcel land outside the study area, m².</summary>
    public double ParcelsOutsideM2 => SquareMetres(TwiceParcelsOutside);

    /// <summary>What the classes do not explain, m²: 0, always.</summary>
    public double ResidualM2 => SquareMetres(TwiceResidual);

    /// <summary>Relative difference of plane and ellipsoid, 1; within ±1e-6 on a working plane. NaN where there is no ellipsoid.</summary>
    public double PlaneError => (StudyAreaM2 - EllipsoidalM2) / EllipsoidalM2;

    private double SquareMetres(Int128 twice) => (double)twice * SquareMetresPerTwiceUnit;
}
