namespace CityRenewal.Geo.Delineation;

/// <summary>What the areas of a unit, or of a plan, add up to.</summary>
/// <param name="Value">Benefit less all prices, m².</param>
/// <param name="Land">Net area, m².</param>
/// <param name="Perimeter">Length of all outlines, metres.</param>
/// <param name="Compact">Polsby-Popper of each area times its gross area, m².</param>
/// <param name="Gross">Gross area, m².</param>
/// <param name="Demolished">Floor area that goes without any choice, m².</param>
/// <param name="Existing">Floor area that stands, m².</param>
internal readonly record struct PlanNumbers(
    double Value, double Land, double Perimeter, double Compact, double Gross, double Demolished, double Existing)
{
    /// <summary>Mean Polsby-Popper by gross area; 0 where there is no area.</summary>
    public double PolsbyPopper => Gross > 0 ? Compact / Gross : 0;

    /// <summary>Share of the floor area that goes, in [0, 1]; 0 where nothing stands.</summary>
    public double DemolitionShare => Existing > 0 ? Demolished / Existing : 0;

    public static PlanNumbers operator +(in PlanNumbers a, in PlanNumbers b) => new(
        a.Value + b.Value, a.Land + b.Land, a.Perimeter + b.Perimeter, a.Compact + b.Compact, a.Gross + b.Gross,
        a.Demolished + b.Demolished, a.Existing + b.Existing);

    /// <summary>The numbers of the pieces of a unit.</summary>
    public static PlanNumbers Of(UnitPieces pieces, PieceJudge judge, NodeFloorAreas floors)
    {
        var nodes = pieces.Land.Nodes;
        var metresPerGrid = nodes.MetresPerUnit * LandNodes.UnitsPerGridUnit;
        var half = metresPerGrid * metresPerGrid / 2;
        var sum = default(PlanNumbers);
        for (var piece = 0; piece < pieces.Count; piece++)
        {
            ref readonly var sums = ref pieces.Sums(piece);
            if (sums.Members == 0)
            {
                continue;
            }

            double gross = half * sums.TwiceGross, perimeter = nodes.MetresPerUnit * sums.Outline;
            var (demolished, existing) = floors.Of(pieces, piece);
            sum += new PlanNumbers(
                judge.Of(sums, pieces.Rows(piece)).Value / judge.Scale.PerSquareMetre,
                half * sums.TwiceArea,
                perimeter,
                4 * Math.PI * gross / (perimeter * perimeter) * gross,
                gross,
                demolished,
                existing);
        }

        return sum;
    }
}
