using CityRenewal.Geo.Cities;
using CityRenewal.Geo.Delineation;
using CityRenewal.Geo.Land;

namespace CityRenewal.Geo.Service.Rpc.Ensembles;

/// <summary>Turns an ensemble into its message.</summary>
internal static class EnsembleMessages
{
    private static readonly double[] Shares = [0.05, 0.25, 0.5, 0.75, 0.95];

    public static V1.DrawEnsembleResponse ToMessage(Ensemble ensemble, City city, (bool Values, bool Frequencies) with)
    {
        var message = new V1.DrawEnsembleResponse
        {
            HasMixed = ensemble.HasMixed,
            Plans = ensemble.Plans,
            LeftOut = ensemble.LeftOut,
            LeftOutByChecks = ensemble.LeftOutByChecks,
            Chains = ensemble.Chains,
            PlanningUnits = ensemble.Units,
            TemperatureM2 = ensemble.Temperature,
            AcceptanceRate = ensemble.AcceptanceRate,
            BestValueM2 = ensemble.Best,
            SubmittedOutsideM2 = ensemble.SubmittedOutside,
            DataVersion = city.DataVersion,
            Disclaimer = MeasuredPlan.Disclaimer,
        };
        message.Numbers.AddRange(ensemble.Numbers.Select(number => ToMessage(number, with.Values)));
        if (with.Frequencies)
        {
            message.Frequencies.AddRange(Enumerable.Range(0, ensemble.Frequency.Count).Where(parcel => ensemble.Frequency[parcel] > 0)
                .Select(parcel => new V1.ParcelFrequency { Parcel = city.Parcels.Ids[parcel], Frequency = ensemble.Frequency[parcel] })
                .OrderBy(parcel => parcel.Parcel, StringComparer.Ordinal));
        }

        return message;
    }

    private static V1.EnsembleNumber ToMessage(EnsembleNumber number, bool withValues)
    {
        var message = new V1.EnsembleNumber { Name = number.Name, Title = number.Title, Mean = number.Mean, HasMixed = number.HasMixed };
        message.Quantiles.AddRange(Shares.Select(number.Quantile));
        if (number is { RHat: { } rHat, EffectiveSize: { } size })
        {
            (message.RHat, message.EffectiveSize) = (rHat, size);
        }

        if (number is { Submitted: { } submitted })
        {
            message.Submitted = submitted;
        }

        if (number is { Percentile: { } percentile })
        {
            message.Percentile = percentile;
        }

        message.Values.AddRange(withValues ? number.Values : []);
        return message;
    }
}
