namespace CityRenewal.Geo.Delineation;

/// <summary>
/// The proven outer front of benefit and length of outline: at every price λ no plan is worth more than its bound UB(λ), so
/// whatever a plan's length P, its benefit is at most UB(λ) + λ · P for each λ. The least of these lines is a roof over all plans,
/// found or not.
/// </summary>
/// <param name="Lines">Price and bound of each line, by price ascending.</param>
public sealed record OuterFront(IReadOnlyList<FrontLine> Lines)
{
    /// <summary>The front of some lines.</summary>
    public static OuterFront Of(IEnumerable<FrontLine> lines) => new([.. lines.OrderBy(line => line.Lambda).ThenBy(line => line.Bound)]);

    /// <summary>The most benefit that any plan with so long an outline can have, m².</summary>
    /// <param name="perimeter">Metres.</param>
    public double MostBenefit(double perimeter) => Lines.Min(line => line.Bound + (line.Lambda * perimeter));

    /// <summary>
    /// The corners of the roof between two lengths, from the shorter to the longer: perimeter in metres and benefit in m².
    /// </summary>
    public IReadOnlyList<(double Perimeter, double Benefit)> Corners(double shortest, double longest)
    {
        var at = new List<double> { shortest, longest };
        for (var one = 0; one < Lines.Count; one++)
        {
            for (var other = one + 1; other < Lines.Count; other++)
            {
                var crossing = (Lines[one].Bound - Lines[other].Bound) / (Lines[other].Lambda - Lines[one].Lambda);
                if (crossing > shortest && crossing < longest && IsOnRoof(one, crossing))
                {
                    at.Add(crossing);
                }
            }
        }

        return [.. at.Distinct().Order().Select(perimeter => (perimeter, MostBenefit(perimeter)))];
    }

    private bool IsOnRoof(int line, double perimeter)
    {
        var benefit = Lines[line].Bound + (Lines[line].Lambda * perimeter);
        return benefit <= MostBenefit(perimeter) + (1e-9 * Math.Abs(benefit));
    }
}

/// <summary>One price of outline and what plans can be worth at it.</summary>
/// <param name="Lambda">Price of a metre of outline, m² of benefit.</param>
/// <param name="Bound">Proven upper bound of benefit − λ · perimeter, m².</param>
public readonly record struct FrontLine(double Lambda, double Bound);
