using CityRenewal.Geo.Metrics;

namespace CityRenewal.Geo.Service.Rpc;

/// <summary>Turns a measured value into its message.</summary>
internal static class MeasureMessages
{
    public static V1.Measure ToMessage(string name, Measured measured)
    {
        var message = new V1.Measure { Name = name, WhyNot = measured.WhyNot?.Text ?? "" };
        if (measured.Value is { } value)
        {
            message.Value = value;
        }

        if (measured.Low is { } low && low != measured.High)
        {
            message.Low = low;
        }

        if (measured.High is { } high && high != measured.Low)
        {
            message.High = high;
        }

        return message;
    }
}
