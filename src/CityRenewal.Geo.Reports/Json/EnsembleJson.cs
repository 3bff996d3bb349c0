using CityRenewal.Geo.Cities;
using CityRenewal.Geo.Delineation;
using CityRenewal.Geo.Land;

namespace CityRenewal.Geo.Reports.Json;

/// <summary>An ensemble as the contract of `renewal ensemble --json` has it.</summary>
public static class EnsembleJson
{
    private static readonly double[] Shares = [0.05, 0.25, 0.5, 0.75, 0.95];

    /// <summary>The document: each number with its spread, whether the chains have mixed, and where a submitted plan stands.</summary>
    public static void To(Stream stream, Ensemble ensemble, City city) => JsonText.Write(stream, json =>
    {
        json.WriteNumber("plans", ensemble.Plans);
        json.WriteNumber("left_out", ensemble.LeftOut);
        json.WriteNumber("left_out_by_checks", ensemble.LeftOutByChecks);
        json.WriteNumber("chains", ensemble.Chains);
        json.WriteNumber("planning_units", ensemble.Units);
        json.WriteNumber("temperature_m2", ensemble.Temperature);
        json.WriteNumber("acceptance_rate", ensemble.AcceptanceRate);
        json.WriteNumber("best_value_m2", ensemble.Best);
        json.WriteBoolean("has_mixed", ensemble.HasMixed);
        json.WriteNumber("submitted_outside_m2", ensemble.SubmittedOutside);
        json.WriteStartArray("numbers");
        foreach (var number in ensemble.Numbers)
        {
            json.WriteStartObject();
            json.WriteString("name", number.Name);
            json.WriteNumber("mean", number.Mean);
            foreach (var share in Shares)
            {
                json.WriteNumber(FormattableString.Invariant($"quantile_{share * 100:00}"), number.Quantile(share));
            }

            json.WriteOptional("r_hat", number.RHat);
            json.WriteOptional("effective_size", number.EffectiveSize);
            json.WriteBoolean("has_mixed", number.HasMixed);
            json.WriteOptional("submitted", number.Submitted);
            json.WriteOptional("percentile", number.Percentile);
            json.WriteStartArray("values");
            foreach (var value in number.Values)
            {
                json.WriteNumberValue(value);
            }

            json.WriteEndArray();
            json.WriteEndObject();
            json.FlushIfMuch();
        }

        json.WriteEndArray();
        json.WriteStartArray("parcels");
        for (var parcel = 0; parcel < ensemble.Frequency.Count; parcel++)
        {
            if (ensemble.Frequency[parcel] > 0)
            {
                json.WriteStartObject();
                json.WriteString("id", city.Parcels.Ids[parcel]);
                json.WriteNumber("frequency", ensemble.Frequency[parcel]);
                json.WriteEndObject();
                json.FlushIfMuch();
            }
        }

        json.WriteEndArray();
        json.WriteString("disclaimer", MeasuredPlan.Disclaimer);
    });
}
