/** What a sheet that is not whole yet says for itself, where it would be copied, printed or saved. */
export const NOT_YET = "The ranges and the schedules are being worked out.";
